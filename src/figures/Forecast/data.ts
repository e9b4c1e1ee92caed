import { datedPoints } from '../../sources/datasets.ts';

/** The reported revenue of laboratories. */
export default () => ({ points: datedPoints('lab-revenue', 'series', 'lab', 'value') });
