import { packageFiles } from '../sources/datasets.ts';

/** What the site gives out of its data, by file name. */
export const dataFiles = packageFiles;
