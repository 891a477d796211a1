import type { KubeObject } from '#lib/kubernetes/object.ts';
import { jsonText } from '../output/json-text.ts';
import { yamlText } from '../output/yaml-text.ts';

/** Why an edited file was refused, and what in detail. */
export interface EditReason {
	readonly head: string;
	readonly details: readonly string[];
}

/**
 * What `kubectl edit` puts into the editor: the object, or a List of several, below a remark.
 *
 * Models kubectl pkg/cmd/util/editor/editoptions.go editFn.
 *
 * @param output `yaml` or `json`, which has no remark
 */
export function editText(objects: readonly KubeObject[], output = 'yaml'): string {
	const content =
		objects.length === 1
			? objects[0]
			: { apiVersion: 'v1', items: objects, kind: 'List', metadata: {} };
	return output === 'json' ? `${jsonText(content, '    ')}\n` : editHeader([]) + yamlText(content);
}

/** The remark, with what was wrong before. Models editHeader.writeTo. */
export function editHeader(reasons: readonly EditReason[]): string {
	const lines = reasons.flatMap(({ head, details }) => [
		`# ${hashed(head)}${details.length > 0 ? ':' : ''}`,
		...details.map((detail) => `# * ${hashed(detail)}`),
		'#'
	]);
	return [
		"# Please edit the object below. Lines beginning with a '#' will be ignored,",
		'# and an empty file will abort the edit. If an error occurs while saving this file will be',
		'# reopened with the relevant failures.',
		'#',
		...lines,
		''
	].join('\n');
}

/** Lines of a text in a remark. Models hashOnLineBreak. */
function hashed(text: string): string {
	return text.replace(/\n(?!#|$)/g, '\n# ');
}

/** The file without its remarks. Models pkg/cmd/util/helpers.go ManualStrip. */
export function withoutRemarks(text: string): string {
	return text
		.split('\n')
		.filter((line) => !/^\s*#(?!!)/.test(line))
		.join('\n');
}
