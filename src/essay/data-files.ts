import { bibliographyFile } from '../sources/bibliography.ts';
import { packageFiles } from '../sources/datasets.ts';

/** The published data files: the data package, and the bibliography that its sources refer to. */
export const dataFiles = [...packageFiles, bibliographyFile];
