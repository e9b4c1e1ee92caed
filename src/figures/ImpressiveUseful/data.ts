import { datedPoints } from '../../sources/datasets.ts';

/** The reported results of tests with clear briefs and of whole projects. */
export default () => ({ points: datedPoints('usefulness', 'series', 'label', 'share') });
