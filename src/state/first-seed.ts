/** The seed until the reader draws again. It is the same for all readers, so that two readers see the same numbers. */
export const FIRST_SEED = 1;
