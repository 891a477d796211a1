const escape = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** What is embedded, and where the app stands. */
export interface EmbedTarget {
	/** Address of the app, ending in `/`. */
	readonly root: string;
	readonly path: string;
	readonly state: string;
	readonly title: string;
}

/** HTML of the plain iframe that shows a lesson. */
export function frameCode({ root, path, state, title }: EmbedTarget): string {
	const src = `${root}${path}?embed#${state}`;
	return `<iframe src="${escape(src)}" title="${escape(title)}" width="1280" height="720" allow="fullscreen"></iframe>`;
}

/** HTML of the element that shows a lesson, with the script that defines it. */
export function elementCode({ root, path, state }: EmbedTarget): string {
	const lesson = path.replace(/^lessons\//, '').replace(/\/$/, '');
	const parameters = new URLSearchParams(state);
	const rest = [...parameters].filter(([name]) => name !== 'at' && name !== 'lang');
	const attributes = {
		lesson,
		at: parameters.get('at'),
		lang: parameters.get('lang'),
		state: new URLSearchParams(rest).toString() || null
	};
	const written = Object.entries(attributes)
		.flatMap(([name, value]) => (value === null ? [] : [` ${name}="${escape(value)}"`]))
		.join('');
	return [
		`<script src="${escape(root)}kinetes-lesson.js"></script>`,
		`<kinetes-lesson${written}></kinetes-lesson>`
	].join('\n');
}
