import { essayAnswer } from '../../runs/essay-runs.ts';

/** The likelihood of the record under the essay's assumptions, and what the record changes, from runs made at build. */
export default () => ({
	held: essayAnswer({ kind: 'positionEvidence' }),
	essay: { evidenceSteps: essayAnswer({ kind: 'evidenceSteps' }), shifts: essayAnswer({ kind: 'shifts' }) },
});
