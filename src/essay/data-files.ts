import { bibliographyFile } from '../sources/bibliography.ts';
import { packageFiles } from '../sources/datasets.ts';

/** What the site gives out of its data, by file name: the package, and the works that its sources name by their keys. */
export const dataFiles = [...packageFiles, bibliographyFile];
