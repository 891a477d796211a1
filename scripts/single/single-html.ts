import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Rolldown } from 'vite';

/** Older browsers' copies of the fonts; whoever can run the code reads the newer ones. */
const olderFonts = /,\s*url\("?data:font\/woff;[^)]*\)\s*format\("?woff"?\)/g;

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page with its script and style inside; no other file is ever asked for, and its policy says so. */
export function singleHtml(output: Rolldown.RolldownOutput['output']): string {
	const scripts = output.filter((each) => each.type === 'chunk');
	const styles = output.filter((each) => each.type === 'asset' && each.fileName.endsWith('.css'));
	const [script, style] = [scripts[0], styles[0]];
	if (scripts.length !== 1 || output.length !== 2 || !script || style?.type !== 'asset') {
		const names = output.map(({ fileName }) => fileName).join(', ');
		throw new Error(`one script and one style sheet were wanted, not ${names}`);
	}
	// What would end the element stands only in texts, where a backslash changes nothing.
	const code = script.code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
	const css = String(style.source).replace(olderFonts, '');
	const theme = readFileSync('static/theme.js', 'utf8');
	const icon = `data:image/svg+xml;base64,${readFileSync('static/icon.svg').toString('base64')}`;
	const policy = [
		"default-src 'none'",
		`script-src ${hash(theme)} ${hash(code)}`,
		`style-src ${hash(css)}`,
		'img-src data: blob:',
		'font-src data:',
		// The pages' own data, see app-paths.ts.
		'connect-src data:',
		'worker-src blob:',
		"base-uri 'none'",
		"form-action 'none'",
		"object-src 'none'"
	].join('; ');
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="content-security-policy" content="${policy}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>Kinetes</title>
<link rel="icon" href="${icon}" />
<script>${theme}</script>
<style>${css}</style>
</head>
<body>
<script type="module">${code}</script>
</body>
</html>
`;
}
