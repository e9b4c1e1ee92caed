/** Whether this page is a figure embedded in another site. It then greets nobody and saves nothing. */
export const isEmbedded = (): boolean => document.body.classList.contains('embed');
