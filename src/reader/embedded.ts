/** Whether this page is a figure embedded in another site. It then shows no greeting and saves no settings. */
export const isEmbedded = (): boolean => document.body.classList.contains('embed');
