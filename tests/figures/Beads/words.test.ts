import { expect, it } from 'vitest';
import texts from './texts.ts';

it('`summary` counts fallen and expected beads and gives the chances of some', () => {
	// A geometric prior with mean 4: each further bead is three quarters as likely as the one before.
	const share = (n: number) => `${Math.round(100 * 0.75 ** (n - 1))}%`;
	expect(texts.of().summary).toBe(
		`3 fallen, 4 more expected, the next being the last with a chance of 25%. Ahead of today each bead ` +
			`is as large as it is likely to exist: ${share(2)} for number 2 from here, ${share(5)} for number ` +
			`5 from here, 7.5% for number 10 from here.`,
	);
});

it('`rows` starts with the next bead, which is certain', () => {
	expect(texts.of().rows[0]).toEqual(['1', '100%', '25%']);
});
