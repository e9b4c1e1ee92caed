import { parse } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Numbers the notes and citations of each section from 1, and tells each, and each term explained, which section it stands
 * in, so that their ids are unique on the one-page essay too.
 */
export const numberNotes = ({ fileURL }) => {
	const section = fileURL ? parse(fileURLToPath(fileURL)).name.replace(/^\d+-/, '') : 'page';
	let number = 0;
	const attribute = (name, value) => ({ type: 'mdxJsxAttribute', name, value });
	const lacks = ({ attributes }, name) => !attributes.some((given) => given.name === name);
	const added = (node) => {
		if ((node.name === 'Cite' || node.name === 'Note') && lacks(node, 'number'))
			return [attribute('number', String(++number)), attribute('section', section)];
		return node.name === 'Term' && lacks(node, 'section') ? [attribute('section', section)] : undefined;
	};
	const visit = (node) => {
		const more = added(node);
		return (
			more && {
				type: node.type,
				name: node.name,
				children: node.children,
				attributes: [...node.attributes, ...more],
			}
		);
	};
	return { name: 'number-notes', mdxJsxTextElement: visit, mdxJsxFlowElement: visit };
};
