import { typeOfKind } from '#lib/kubernetes/openapi/schema-name.ts';
import { structureType } from '#lib/kubernetes/openapi/structure.ts';
import { qualifiedPlural, type Resource, resources } from '#lib/kubernetes/resources.ts';
import { bool, text } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { KubectlError } from '../../kubectl-error.ts';
import { findResource } from '../../resources/find-resource.ts';
import { atOnce } from '../../steps.ts';
import { explanation } from './explanation.ts';

/** Models kubectl pkg/cmd/explain/explain.go. */
export const explain: Command = {
	name: 'explain',
	flags: [bool('recursive'), text('api-version'), text('output', 'o', 'plaintext')],
	run(context) {
		const { args, flags, out } = context;
		const [asked] = args;
		if (asked === undefined) {
			throw new KubectlError(
				'You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.'
			);
		}
		if (args.length > 1) throw new KubectlError('We accept only this format: explain RESOURCE');
		const [resource, path] = resourceAndPath(asked, context);
		const apiVersion = flags.text('api-version') || resource.apiVersion;
		const type = typeOfKind(apiVersion, resource.kind);
		checkForm(flags.text('output'));
		const [version = '', group = ''] = apiVersion.split('/').toReversed();
		if (structureType(type) === undefined) {
			const named = `${group}/${version}, Resource=${resource.plural}`;
			throw new KubectlError(`GVR (${named}) not found in OpenAPI schema`);
		}
		if (group !== '') out(`GROUP:      ${group}\n`);
		out(`KIND:       ${resource.kind}\nVERSION:    ${version}\n\n`);
		const told = explanation(type, path, flags.bool('recursive'));
		if (told === undefined) {
			throw new KubectlError(`field ${JSON.stringify(path.at(-1))} does not exist`);
		}
		out(`${told}\n`);
		return atOnce();
	}
};

/** `deploy.spec.replicas`, `deployments.apps.spec.replicas`. Models explain.go SplitAndParseResourceRequest…. */
function resourceAndPath(
	asked: string,
	context: CommandContext
): readonly [Resource, readonly string[]] {
	const text = asked.replace(/\.$/, '');
	const [word = '', ...path] = text.split('.');
	const found = meant(word, context);
	const full = context.flags.given('api-version')
		? undefined
		: resources.find((one) => one.plural === found.plural && isBefore(qualifiedPlural(one), text));
	if (full === undefined) return [found, path];
	const rest = text.slice(qualifiedPlural(full).length + 1);
	return [full, rest === '' ? [] : rest.split('.')];
}

function meant(word: string, context: CommandContext): Resource {
	try {
		return findResource(word, context);
	} catch (error) {
		if (error instanceof KubectlError) throw new KubectlError(error.message, true);
		throw error;
	}
}

function isBefore(name: string, text: string): boolean {
	return text === name || text.startsWith(`${name}.`);
}

function checkForm(form: string): void {
	if (form === 'plaintext-openapiv2') {
		throw new KubectlError(
			'Kinetes doesn\'t have --output=plaintext-openapiv2 of "kubectl explain" yet'
		);
	}
	if (form !== 'plaintext') throw new KubectlError(`unrecognized format: ${form}`);
}
