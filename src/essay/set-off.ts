/**
 * Brackets around what stands beside a sentence on the screen and within it in the document, for reader modes and copies, which have no
 * margin. The space does not break, so that it also counts where layout would drop it.
 */
export const SET_OFF = { start: '\u00a0[', end: ']\u00a0' } as const;
