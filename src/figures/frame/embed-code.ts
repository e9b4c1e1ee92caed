import { escapeHtml } from '../../engine/html.ts';

export interface Embed {
	readonly origin: string;
	/** Base path of the site; starts and ends with a slash. */
	readonly base: string;
	readonly figure: string;
	readonly title: string;
	/** Query with the reader's settings, with or without its "?". */
	readonly query: string;
	readonly theme: 'light' | 'dark';
	/** Height of the figure on the page, in pixels. */
	readonly height: number;
}

/** Space for the credit line below an embedded figure, in pixels. */
const CREDIT = 60;

/** Returns an iframe element that embeds a figure in another page, with the reader's settings. */
export function embedFrame({ origin, base, figure, title, query, theme, height }: Embed): string {
	const settings = query.replace(/^\?/, '');
	const source = `${origin}${base}embed/${figure}/?${[settings, `theme=${theme}`].filter(Boolean).join('&')}`;
	const rounded = Math.ceil(height / 10) * 10 + CREDIT;
	return `<iframe src="${escapeHtml(source)}" title="${escapeHtml(title)}" width="100%" height="${rounded}" loading="lazy" sandbox="allow-scripts allow-same-origin allow-popups allow-downloads" style="border:0"></iframe>`;
}

/** Returns a script element for the embedding page, which sets each frame to the height that the embedded figure posts. */
export const embedHeightScript = (origin: string): string =>
	`<script>addEventListener('message', ({ source, data }) => { for (const frame of document.querySelectorAll('iframe[src^="${origin}"]')) if (frame.contentWindow === source && data?.figureHeight > 0) frame.height = Math.ceil(data.figureHeight) })<${'/'}script>`;
