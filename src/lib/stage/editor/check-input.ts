import { message } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { ManifestError, type Position } from '#lib/kubernetes/manifest-error.ts';
import { readManifest } from '#lib/kubernetes/manifest.ts';
import { milliValue, parseQuantity } from '#lib/kubernetes/quantity.ts';
import type { EditedInput } from '#lib/playback/url-state.ts';
import { commandLines } from '../edited-scenario.ts';

/** Something that keeps an input from being run. */
export interface Problem {
	readonly text: string;
	/** Where in the file, if it is in one. */
	readonly position?: Position;
	/** Which file, if it is in one. */
	readonly file?: string;
}

export const mostNodes = 50;

function isPositiveQuantity(text: string): boolean {
	try {
		parseQuantity(text.trim());
		return milliValue(text.trim()) > 0;
	} catch {
		return false;
	}
}

/** Variables may be set for a command: `KUBE_EDITOR="sed -i …" kubectl edit …`. */
const isKubectl = /^([A-Za-z_]\w*=("[^"]*"|'[^']*'|\S*)\s+)*kubectl(\s|$)/;

function commandProblems(commands: string, locale: Locale): Problem[] {
	const lines = commandLines(commands);
	if (lines.length === 0) return [{ text: message(locale, 'app.editor.noCommand') }];
	return lines
		.filter((line) => !isKubectl.test(line))
		.map((line) => ({ text: message(locale, 'app.editor.notKubectl', { line }) }));
}

/** A manifest has to be readable; whether the API server takes what it says is the API server's to tell. */
function manifestProblems(manifest: string, fileName: string, locale: Locale): Problem[] {
	if (manifest.trim() === '') return [];
	try {
		const objects = readManifest(manifest, fileName);
		const bad = objects.find(
			({ value }) => typeof value !== 'object' || value === null || Array.isArray(value)
		);
		return bad
			? [
					{
						text: message(locale, 'app.editor.noObject'),
						position: bad.positionOf([]),
						file: fileName
					}
				]
			: [];
	} catch (error) {
		if (!(error instanceof ManifestError)) throw error;
		return [{ text: error.message, position: error.position, file: fileName }];
	}
}

/** What keeps an input from being run, in the order of the form; empty when nothing does. */
export function inputProblems(input: EditedInput, fileName: string, locale: Locale): Problem[] {
	const problems = [
		...commandProblems(input.commands, locale),
		...manifestProblems(input.manifest, fileName, locale),
		...Object.entries(input.files ?? {}).flatMap(([name, text]) =>
			manifestProblems(text, name, locale)
		)
	];
	if (!Number.isInteger(input.nodes) || input.nodes < 1 || input.nodes > mostNodes) {
		problems.push({ text: message(locale, 'app.editor.badNodes', { most: mostNodes }) });
	}
	for (const value of [input.cpu, input.memory]) {
		if (isPositiveQuantity(value)) continue;
		problems.push({ text: message(locale, 'app.editor.badQuantity', { value: value || '""' }) });
	}
	return problems;
}
