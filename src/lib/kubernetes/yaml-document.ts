import { type Document, LineCounter, parseDocument } from 'yaml';
import { aliasProblem, yamlProblem } from './manifest-error.ts';

/** A YAML text as go-yaml reads it, or what is wrong with it. */
export interface YamlDocument {
	readonly document: Document;
	/** Turns offsets into lines and columns. */
	readonly lines: LineCounter;
	/** As JSON would give it. */
	readonly value?: unknown;
	/** In go-yaml's words, without its `yaml: `, and where. */
	readonly fault?: { readonly problem: string; readonly at: number };
}

/** Reads the first document of a text, by YAML 1.1 as go-yaml does: neither 10:30 nor a date is anything else than text. */
export function readYamlDocument(text: string): YamlDocument {
	const lines = new LineCounter();
	const document = parseDocument(text, {
		version: '1.1',
		lineCounter: lines,
		uniqueKeys: false,
		prettyErrors: false,
		customTags: (tags) =>
			tags.filter(
				(tag) =>
					typeof tag === 'string' ||
					(!('format' in tag && tag.format === 'TIME') && !tag.tag.endsWith(':timestamp'))
			)
	});
	const errors = document.errors.filter(({ code }) => code !== 'MULTIPLE_DOCS');
	if (errors.length > 0) {
		const problem = yamlProblem(errors, (offset) => lines.linePos(offset).line, text);
		return { document, lines, fault: { problem, at: errors[0]!.pos[0] } };
	}
	try {
		return { document, lines, value: document.toJS({ maxAliasCount: 100 }) as unknown };
	} catch (reason) {
		const problem = aliasProblem((reason as Error).message);
		return { document, lines, fault: { problem, at: 0 } };
	}
}
