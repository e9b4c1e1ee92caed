/** Told to the document once the reader changes anything, so that figures still asleep wake up (build/near.mjs) and the address is written. */
export const CHANGED = 'assumptions:changed';
