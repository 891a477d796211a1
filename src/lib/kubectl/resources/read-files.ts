import { isRecord } from '#lib/kubernetes/patch/merge-patch.ts';
import { readManifest } from '#lib/kubernetes/manifest.ts';
import type { KubeObject, ObjectMeta } from '#lib/kubernetes/object.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import type { CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { jsonText } from '../output/json-text.ts';
import { NotDiscovered } from './custom-resources.ts';
import { type Info, infoOf } from './info.ts';

export interface FileInfos {
	readonly infos: readonly Info[];
	readonly errors: readonly Error[];
}

/**
 * The objects of `-f FILE…`; `-` is standard input, a folder gives its .yaml, .yml and .json files. What can't be read is
 * an error of its own, the rest goes on.
 *
 * Models cli-runtime pkg/resource/builder.go FilenameParam, visitor.go StreamVisitor, mapper.go infoForData.
 *
 * @param validates whether the command checks that kind and apiVersion are set before anything else
 */
export function readFiles(context: CommandContext, validates: boolean): FileInfos {
	const infos: Info[] = [];
	const errors: Error[] = [];
	for (const path of context.flags.list('filename')) {
		for (const [source, text] of textsOf(context, path)) {
			try {
				for (const value of readManifest(text, source).flatMap(({ value: one }) => itemsOf(one))) {
					infos.push(infoFrom(value, source, context, validates));
				}
			} catch (error) {
				if (error instanceof NotDiscovered) throw error;
				errors.push(error as Error);
			}
		}
	}
	return { infos, errors };
}

/** The items of a List, or the one thing itself. Models cli-runtime pkg/resource/visitor.go FlattenListVisitor. */
export function itemsOf(value: unknown): readonly unknown[] {
	const isList = isRecord(value) && /List$/.test(String(value.kind)) && Array.isArray(value.items);
	return isList ? (value.items as readonly unknown[]) : [value];
}

function textsOf(context: CommandContext, path: string): readonly (readonly [string, string])[] {
	if (path === '-') return [['STDIN', context.stdin ?? '']];
	if (/^https?:\/\//.test(path)) {
		throw new KubectlError(`${path}: nothing can be read from the network here`);
	}
	const name = path.replace(/^\.\//, '');
	const text = context.files[name];
	if (text !== undefined) return [[path, text]];
	const folder = name.replace(/\/?$/, '/');
	const inside = Object.keys(context.files)
		.filter((file) => file.startsWith(folder) && !file.slice(folder.length).includes('/'))
		.filter((file) => /\.(?:ya?ml|json)$/.test(file))
		.sort();
	if (inside.length === 0) {
		throw new KubectlError(`the path ${JSON.stringify(path)} does not exist`);
	}
	return inside.map((file) => [file, context.files[file]!]);
}

function infoFrom(
	value: unknown,
	source: string,
	context: CommandContext,
	validates: boolean
): Info {
	const quoted = JSON.stringify(source);
	const problem = validates ? validationProblem(value) : undefined;
	if (problem !== undefined) {
		throw new KubectlError(
			`error validating ${quoted}: error validating data: ${problem}; if you choose to ignore these errors, turn validation off with --validate=false`
		);
	}
	if (!isRecord(value)) {
		throw new KubectlError(
			`unable to decode ${quoted}: couldn't get version/kind; json parse error: json: cannot unmarshal ${jsonType(value)} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`
		);
	}
	for (const [field, shown] of [
		['kind', 'Kind'],
		['apiVersion', 'apiVersion']
	] as const) {
		if (value[field] === undefined || value[field] === '') {
			throw new KubectlError(
				`unable to decode ${quoted}: Object '${shown}' is missing in '${jsonText(value)}'`
			);
		}
	}
	return infoOfKind(value as unknown as KubeObject, source, context);
}

function infoOfKind(object: KubeObject, source: string, context: CommandContext): Info {
	const { kind, apiVersion } = object;
	const metadata: ObjectMeta = isRecord(object.metadata) ? object.metadata : {};
	const { name, namespace = '' } = metadata;
	const resource =
		resourceOfKind(apiVersion, kind) ??
		context.customResources?.find((one) => one.apiVersion === apiVersion && one.kind === kind);
	if (resource === undefined) {
		if (context.customResources === undefined) throw new NotDiscovered();
		throw new KubectlError(
			`resource mapping not found for name: ${JSON.stringify(name ?? '')} namespace: ${JSON.stringify(namespace)} from ${JSON.stringify(source)}: no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(apiVersion)}\nensure CRDs are installed first`
		);
	}
	if (!resource.namespaced) return infoOf(resource, { ...object, metadata }, source);
	if (context.isNamespaceGiven && namespace !== '' && namespace !== context.namespace) {
		throw new KubectlError(
			`the namespace from the provided object ${JSON.stringify(namespace)} does not match the namespace ${JSON.stringify(context.namespace)}. You must pass '--namespace=${namespace}' to perform this operation.`
		);
	}
	const inNamespace = {
		...object,
		metadata: { ...metadata, namespace: namespace === '' ? context.namespace : namespace }
	};
	return infoOf(resource, inNamespace, source);
}

/** Models kubectl pkg/validation/schema.go ValidateBytes. */
function validationProblem(value: unknown): string | undefined {
	if (!isRecord(value)) return 'invalid object to validate';
	const problems = ['apiVersion', 'kind']
		.filter((field) => value[field] === undefined || value[field] === '')
		.map((field) => `${field} not set`);
	return problems.length > 1 ? `[${problems.join(', ')}]` : problems[0];
}

function jsonType(value: unknown): string {
	return Array.isArray(value) ? 'array' : typeof value;
}
