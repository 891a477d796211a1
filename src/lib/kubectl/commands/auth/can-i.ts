import { groupOf, resourceNamed } from '#lib/kubernetes/resources.ts';
import { NotDiscovered } from '../../resources/custom-resources.ts';
import { customNamed } from '../../resources/find-resource.ts';
import { compactRules, type PolicyRule, resourceText } from '../../access/compact-rules.ts';
import { callForObject } from '../../api-call.ts';
import { bool, text } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { KubectlError, SilentFailure } from '../../kubectl-error.ts';
import { alignColumns } from '../../output/tab-writer.ts';
import { allNamespacesFlag } from '../../resources/common-flags.ts';
import type { Steps } from '../../steps.ts';

/** Models kubectl pkg/cmd/auth/cani.go. */
export const canI: Command = {
	name: 'can-i',
	flags: [
		allNamespacesFlag,
		bool('quiet', 'q'),
		bool('list'),
		bool('no-headers'),
		text('subresource')
	],
	run: (context) => (context.flags.bool('list') ? listAllowed(context) : checkOne(context))
};

const resourceVerbs =
	'get list watch create update patch delete deletecollection use bind impersonate * approve sign escalate attest'.split(
		' '
	);
const pathVerbs = ['get', 'put', 'post', 'head', 'options', 'delete', 'patch', '*'];
const reviews = '/apis/authorization.k8s.io/v1';

/** What is asked about: a resource, or a path. */
interface Asked {
	readonly attributes: object;
	readonly warnings: readonly string[];
}

function* checkOne(context: CommandContext): Steps<void> {
	const { args, flags } = context;
	const [verb, target, ...more] = args;
	if (verb === undefined || target === undefined || more.length > 0) {
		throw new KubectlError(
			"you must specify two arguments: verb resource or verb resource/resourceName.\nSee 'kubectl auth can-i -h' for help and examples."
		);
	}
	const { attributes, warnings } = target.startsWith('/')
		? pathAsked(context, verb, target)
		: resourceAsked(context, verb, target);
	for (const warning of warnings) context.err(`Warning: ${warning}\n\n`);
	if (flags.bool('no-headers')) {
		throw new KubectlError('--no-headers cannot be set without --list specified');
	}
	const review = yield* callForObject({
		method: 'POST',
		path: `${reviews}/selfsubjectaccessreviews`,
		body: {
			kind: 'SelfSubjectAccessReview',
			apiVersion: 'authorization.k8s.io/v1',
			metadata: {},
			spec: attributes,
			status: { allowed: false }
		}
	});
	const { allowed, reason, evaluationError } = review.status as {
		allowed: boolean;
		reason?: string;
		evaluationError?: string;
	};
	const why = [reason, evaluationError].filter(Boolean).map((one) => ` - ${one!}`);
	if (!flags.bool('quiet')) context.out(allowed ? 'yes\n' : `no${why.join('')}\n`);
	if (!allowed) throw new SilentFailure();
}

function pathAsked({ flags }: CommandContext, verb: string, path: string): Asked {
	if (flags.text('subresource') !== '') {
		throw new KubectlError('--subresource can not be used with NonResourceURL');
	}
	return {
		attributes: { nonResourceAttributes: { path, verb } },
		warnings: pathVerbs.includes(verb) ? [] : [`verb '${verb}' is not a known verb`]
	};
}

/** Models resourceFor: `deployments.apps`, `pods/web`, `*`. */
function resourceAsked(context: CommandContext, verb: string, target: string): Asked {
	const { flags, namespace, customResources } = context;
	const slash = target.indexOf('/');
	const word = slash < 0 ? target : target.slice(0, slash);
	const name = slash < 0 ? '' : target.slice(slash + 1);
	const isSpecial = ['*', 'users', 'groups'].includes(word);
	const found = isSpecial ? undefined : (resourceNamed(word) ?? customNamed(word, customResources));
	const isEverywhere = flags.bool('all-namespaces');
	const warnings: string[] = [];
	if (found === undefined && !isSpecial) {
		if (customResources === undefined) throw new NotDiscovered();
		const [plain = '', ...group] = word.toLowerCase().split('.');
		const where = group.length > 0 ? ` in group '${group.join('.')}'` : '';
		warnings.push(`the server doesn't have a resource type '${plain}'${where}`);
	}
	if (found !== undefined && !isEverywhere && !found.namespaced) {
		const group = groupOf(found);
		const where = group === '' ? '' : ` in group '${group}'`;
		warnings.push(`resource '${found.plural}' is not namespace scoped${where}`);
	}
	if (!isEverywhere && !resourceVerbs.includes(verb)) {
		warnings.push(`verb '${verb}' is not a known verb`);
	}
	const group = found === undefined ? '' : groupOf(found);
	const subresource = flags.text('subresource');
	const resourceAttributes = {
		...(isEverywhere ? undefined : { namespace }),
		verb,
		...(group === '' ? undefined : { group }),
		resource: found?.plural ?? word,
		...(subresource === '' ? undefined : { subresource }),
		...(name === '' ? undefined : { name })
	};
	return { attributes: { resourceAttributes }, warnings };
}

function* listAllowed(context: CommandContext): Steps<void> {
	const { args, flags, namespace } = context;
	if (args.length > 0) {
		throw new KubectlError('list option must be specified with no arguments');
	}
	const odd = flags.bool('quiet') || flags.bool('all-namespaces');
	if (odd || flags.text('subresource') !== '') {
		throw new KubectlError(
			"list option can't be specified with neither quiet, all-namespaces nor subresource options"
		);
	}
	const review = yield* callForObject({
		method: 'POST',
		path: `${reviews}/selfsubjectrulesreviews`,
		body: {
			kind: 'SelfSubjectRulesReview',
			apiVersion: 'authorization.k8s.io/v1',
			metadata: {},
			spec: { namespace },
			status: { resourceRules: null, nonResourceRules: null, incomplete: false }
		}
	});
	const status = review.status as {
		incomplete?: boolean;
		evaluationError?: string;
		resourceRules?: readonly PolicyRule[];
		nonResourceRules?: readonly PolicyRule[];
	};
	if (status.incomplete) {
		context.err(`Warning: the list may be incomplete: ${status.evaluationError ?? ''}\n`);
	}
	const rules = [...(status.resourceRules ?? []), ...(status.nonResourceRules ?? [])];
	const lines = compactRules(rules).map((rule) => {
		const lists = [rule.nonResourceURLs, rule.resourceNames, rule.verbs];
		return [resourceText(rule), ...lists.map((list = []) => `[${list.join(' ')}]`)].join('\t');
	});
	const headers = ['Resources', 'Non-Resource URLs', 'Resource Names', 'Verbs'].join('\t');
	const shown = flags.bool('no-headers') ? lines : [headers, ...lines];
	context.out(`${alignColumns(shown.join('\n'), { minWidth: 6, padding: 3 })}\n`);
}
