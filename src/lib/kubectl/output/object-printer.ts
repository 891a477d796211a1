import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { parseTemplate, renderTemplate } from '../json-path/json-path-template.ts';
import { JsonPathError, type TemplateNode } from '../json-path/json-path-syntax.ts';
import { evaluatePath } from '../json-path/evaluate-path.ts';
import { parseGoTemplate } from '../go-template/parse-go-template.ts';
import { renderGoTemplate } from '../go-template/render-go-template.ts';
import { goText } from './go-text.ts';
import { jsonText, jsonTextUnsorted } from './json-text.ts';
import { yamlText } from './yaml-text.ts';

const formats = [
	'go-template',
	'go-template-file',
	'json',
	'jsonpath',
	'jsonpath-as-json',
	'jsonpath-file',
	'kyaml',
	'name',
	'template',
	'templatefile',
	'yaml'
];
const indent = '    ';

/** Prints an object (or a List of them) as `-o` asks. */
export type ObjectPrinter = (object: unknown) => string;

/**
 * The printer of an output format, undefined when it isn't one that prints whole objects.
 *
 * Models cli-runtime pkg/genericclioptions/print_flags.go ToPrinter.
 *
 * @param output the value of `-o`
 * @param isTyped fields keep the order in which they were made, as Go structs do
 * @throws KubectlError
 */
export function objectPrinter(
	output: string,
	context: CommandContext,
	isTyped = false
): ObjectPrinter | undefined {
	const [format = '', argument] = splitFormat(output);
	switch (format) {
		case 'json':
			return (object) => `${(isTyped ? jsonTextUnsorted : jsonText)(shown(object), indent)}\n`;
		case 'yaml':
			return (object) => yamlText(shown(object));
		case 'jsonpath':
		case 'jsonpath-file':
		case 'jsonpath-as-json':
			return jsonPathPrinter(format, argument, context);
		case 'go-template':
		case 'template':
			return goTemplatePrinter(argument);
		case 'go-template-file':
		case 'templatefile':
			return goTemplatePrinter(templateFile(argument, context));
		default:
			return undefined;
	}

	function shown(object: unknown): unknown {
		return context.flags.bool('show-managed-fields') ? object : withoutManagedFields(object);
	}
}

/** `jsonpath={.a}` is a format and its argument. */
export function splitFormat(output: string): readonly [string, string | undefined] {
	const equals = output.indexOf('=');
	return equals < 0 ? [output, undefined] : [output.slice(0, equals), output.slice(equals + 1)];
}

/** @param further formats that the command knows besides */
export function unknownFormat(output: string, further: readonly string[] = []): KubectlError {
	const [format] = splitFormat(output);
	if (formats.includes(format)) {
		return new KubectlError(`Kinetes doesn't have the output format ${JSON.stringify(format)} yet`);
	}
	const allowed = [...formats, ...further].sort().join(',');
	return new KubectlError(
		`unable to match a printer suitable for the output format ${JSON.stringify(output)}, allowed formats are: ${allowed}`
	);
}

function jsonPathPrinter(
	format: string,
	argument: string | undefined,
	context: CommandContext
): ObjectPrinter {
	if (argument === undefined || argument === '') {
		throw new KubectlError('template format specified but no template given');
	}
	const template = format === 'jsonpath-file' ? templateFile(argument, context) : argument;
	const nodes = parsed(template);
	return (object) => {
		try {
			return format === 'jsonpath-as-json' ? asJson(nodes, object) : renderTemplate(nodes, object);
		} catch (error) {
			if (!(error instanceof JsonPathError)) throw error;
			throw new KubectlError(
				`error executing jsonpath ${JSON.stringify(template)}: Error executing template: ${error.message}. Printing more information for debugging the template:\n\ttemplate was:\n\t\t${template}\n\tobject given to jsonpath engine was:\n\t\t${goText(object)}\n\n`
			);
		}
	};
}

function templateFile(name: string | undefined, { files }: CommandContext): string {
	if (name === undefined || name === '') {
		throw new KubectlError('template format specified but no template given');
	}
	const template = files[name];
	if (template !== undefined) return template;
	throw new KubectlError(
		`error reading --template ${name}, open ${name}: no such file or directory\n`
	);
}

/** Models cli-runtime pkg/printers/template.go. */
function goTemplatePrinter(template: string | undefined): ObjectPrinter {
	if (template === undefined || template === '') {
		throw new KubectlError('template format specified but no template given');
	}
	try {
		const nodes = parseGoTemplate(template);
		return (object) => renderGoTemplate(nodes, object);
	} catch (error) {
		throw new KubectlError(
			`error parsing template ${template}, template: output:1: ${(error as Error).message}`
		);
	}
}

function parsed(template: string): readonly TemplateNode[] {
	try {
		return parseTemplate(template);
	} catch (error) {
		throw new KubectlError(`error parsing jsonpath ${template}, ${(error as Error).message}`);
	}
}

function asJson(nodes: readonly TemplateNode[], object: unknown): string {
	return nodes
		.map((node) =>
			node.type === 'path' ? `${jsonText(evaluatePath(node.steps, object), indent)}\n` : ''
		)
		.join('');
}

function withoutManagedFields(value: unknown): unknown {
	const object = value as KubeObject & { items?: readonly KubeObject[] };
	if (Array.isArray(object.items)) {
		return { ...object, items: object.items.map(withoutManagedFields) };
	}
	if (object.metadata?.['managedFields' as keyof typeof object.metadata] === undefined)
		return value;
	const { managedFields: _, ...metadata } = object.metadata as Record<string, unknown>;
	return { ...object, metadata };
}
