import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Returns the violations of WCAG and of good practice that axe finds on a page, or in the part of it that a selector names.
 * Axe runs in the page alone and returns violations alone: the nodes that pass, thousands on a long page, take longer to
 * carry to the test than the check itself.
 */
export async function violationsOn(page: Page, part?: string): Promise<readonly string[]> {
	const axe = new AxeBuilder({ page })
		.options({ resultTypes: ['violations'] })
		.withTags(TAGS)
		.setLegacyMode();
	if (part) axe.include(part);
	const { violations } = await axe.analyze();
	return violations.map(
		({ id, help, nodes }) =>
			`${id}: ${help}: ${nodes
				.slice(0, 3)
				.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary?.split('\n')[1]}`)
				.join(' ~ ')}`,
	);
}
