import type { ParsedFlags } from './parse-flags.ts';

const formats = new Set([
	'',
	'go-template',
	'go-template-file',
	'jsonpath',
	'jsonpath-as-json',
	'jsonpath-file',
	'template',
	'templatefile'
]);

/**
 * The same flags, with what `--template` says in `--output`, where it may stand as well.
 *
 * Models cli-runtime pkg/genericclioptions/kube_template_flags.go ToPrinter.
 */
export function withTemplate(flags: ParsedFlags): ParsedFlags {
	const template = flags.given('template') ? flags.text('template') : '';
	if (template === '') return flags;
	const output = flags.text('output');
	if (!formats.has(output)) return flags;
	const combined = `${output === '' ? 'go-template' : output}=${template}`;
	return { ...flags, text: (name) => (name === 'output' ? combined : flags.text(name)) };
}
