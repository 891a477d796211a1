import { yaml } from '@codemirror/lang-yaml';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { minimalSetup } from 'codemirror';
import type { Problem } from './check-input.ts';

export interface YamlEditor {
	/** Replaces the text, if it is another. */
	setText(text: string): void;
	/** Marks where the problems are, and goes to the first. */
	show(problems: readonly Problem[]): void;
	destroy(): void;
}

const theme = EditorView.theme({
	'&': {
		color: 'var(--ink)',
		backgroundColor: 'var(--raised)',
		fontSize: '0.75rem',
		border: '0.0781rem solid var(--line2)',
		borderRadius: '0.5rem'
	},
	'&.cm-focused': { outline: '0.125rem solid var(--api)' },
	'.cm-scroller': {
		fontFamily: 'var(--mono)',
		lineHeight: '1.5',
		minHeight: '8rem',
		maxHeight: '18rem',
		overflow: 'auto'
	},
	'.cm-content': { caretColor: 'var(--ink)' },
	'.cm-cursor': { borderLeftColor: 'var(--ink)' },
	'&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
		backgroundColor: 'var(--api-tint)'
	},
	'.cm-content ::selection': { backgroundColor: 'var(--api-tint)' }
});

/**
 * A YAML editor in a shadow root of `host`: there its styles are constructed sheets, which a strict content security
 * policy lets through.
 */
export function createYamlEditor(
	host: HTMLElement,
	text: string,
	label: string,
	onChange: (text: string) => void
): YamlEditor {
	const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
	const view = new EditorView({
		root,
		parent: root,
		state: EditorState.create({
			doc: text,
			extensions: [
				minimalSetup,
				yaml(),
				theme,
				EditorView.lineWrapping,
				EditorView.contentAttributes.of({ 'aria-label': label }),
				EditorView.updateListener.of((update) => {
					if (update.docChanged) onChange(update.state.doc.toString());
				})
			]
		})
	});
	return {
		setText(next) {
			const { doc } = view.state;
			if (doc.toString() === next) return;
			view.dispatch({ changes: { from: 0, to: doc.length, insert: next } });
		},
		show(problems) {
			const { doc } = view.state;
			const diagnostics = problems.flatMap(({ text: said, position }) => {
				if (!position) return [];
				const line = doc.line(Math.min(doc.lines, Math.max(1, position.line)));
				const from = Math.min(line.to, line.from + position.column - 1);
				return [{ from, to: line.to, severity: 'error' as const, message: said }];
			});
			view.dispatch(setDiagnostics(view.state, diagnostics));
			const first = diagnostics[0];
			if (first) view.dispatch({ selection: { anchor: first.from }, scrollIntoView: true });
		},
		destroy: () => view.destroy()
	};
}
