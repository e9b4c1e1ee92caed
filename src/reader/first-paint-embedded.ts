/** The same as first-paint.ts for an embedded figure, whose theme is set by the query `theme=light` or `theme=dark`. */
{
	const theme = /[?&]theme=(light|dark)(&|$)/.exec(location.search)?.[1];
	document.documentElement.classList.add('scripts');
	if (theme) document.documentElement.dataset['theme'] = theme;
}
