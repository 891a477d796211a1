import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { badRequest, invalid, isStatus } from '#lib/kubernetes/status.ts';
import { causeOf, type FieldError, invalidError } from '#lib/kubernetes/validation/field-error.ts';
import type { User } from '../authentication.ts';
import { authorize } from '../authorization.ts';
import { decodeBody } from '../decoding.ts';
import type { RequestContext } from '../operation.ts';
import type { Attributes } from './policy-rule.ts';
import { rulesReview } from './rules-review.ts';

interface ReviewSpec {
	readonly resourceAttributes?: {
		readonly verb?: string;
		readonly group?: string;
		readonly resource?: string;
		readonly subresource?: string;
		readonly namespace?: string;
		readonly name?: string;
	};
	readonly nonResourceAttributes?: { readonly path?: string; readonly verb?: string };
	readonly user?: string;
	readonly groups?: readonly string[];
	readonly namespace?: string;
	readonly token?: string;
}

const reviews = new Set([
	'localsubjectaccessreviews',
	'selfsubjectaccessreviews',
	'selfsubjectreviews',
	'selfsubjectrulesreviews',
	'subjectaccessreviews',
	'tokenreviews'
]);

/** Whether a resource is a question that is answered at once and never kept. */
export function isReview(resource: string): boolean {
	return reviews.has(resource);
}

/** The answer to a review. Models pkg/registry/authorization and pkg/registry/authentication. */
export function reviewResponse(context: RequestContext): ApiResponse {
	const decoded = decodeBody(context.request.body, context);
	if (isStatus(decoded)) return { code: decoded.code!, body: decoded };
	const { object, warnings } = decoded;
	const spec = (object['spec'] ?? {}) as ReviewSpec;
	const answered = (status: object, given: object = spec): ApiResponse => ({
		code: 201,
		body: { ...object, spec: given, status },
		...(warnings && { warnings })
	});
	switch (context.resource.plural) {
		case 'selfsubjectrulesreviews':
			if (!spec.namespace) return refused(badRequest('no namespace on request'));
			return answered(rulesReview(context.user, spec.namespace, context.cache), {});
		case 'selfsubjectreviews': {
			const body: KubeObject = { ...object, status: { userInfo: infoOf(context.user) } };
			return { code: 201, body };
		}
		case 'tokenreviews':
			return answered(tokenStatus(spec.token ?? '', context));
		default:
			return accessReview(spec, context, answered);
	}
}

function accessReview(
	spec: ReviewSpec,
	context: RequestContext,
	answered: (status: object) => ApiResponse
): ApiResponse {
	const isSelf = context.resource.plural === 'selfsubjectaccessreviews';
	const errors = [...wrongAttributes(spec), ...(isSelf ? [] : wrongSubject(spec))];
	if (errors.length > 0) {
		return refused(invalid({ group: 'authorization.k8s.io', kind: '' }, '', errors.map(causeOf)));
	}
	const { namespace: own } = context.route;
	const { namespace: asked = '' } = spec.resourceAttributes ?? {};
	if (own !== undefined && asked !== own) {
		const why = `spec.resourceAttributes.namespace must match namespace: ${own}`;
		return refused(badRequest(why));
	}
	const user: User = isSelf ? context.user : { name: spec.user ?? '', groups: spec.groups ?? [] };
	const attributes = attributesIn(spec);
	const verdict = authorize(user, attributes, context.access);
	const why = verdict.allowed ? verdict.because : verdict;
	const reason = 'reason' in why ? why.reason : '';
	return answered({ allowed: verdict.allowed, ...(reason && { reason }) });
}

function refused(body: ReturnType<typeof badRequest>): ApiResponse {
	return { code: body.code!, body };
}

function attributesIn({
	resourceAttributes: asked,
	nonResourceAttributes
}: ReviewSpec): Attributes {
	if (asked === undefined) {
		const { path = '', verb = '' } = nonResourceAttributes ?? {};
		return { verb, path, group: '', resource: '' };
	}
	const { verb = '', group = '', resource = '', subresource, namespace, name } = asked;
	return { verb, group, resource, subresource, namespace, name };
}

/** Models pkg/apis/authorization/validation/validation.go; upstream prints its own struct. */
function wrongAttributes({ resourceAttributes, nonResourceAttributes }: ReviewSpec): FieldError[] {
	if (resourceAttributes !== undefined && nonResourceAttributes !== undefined) {
		const { path: Path = '', verb: Verb = '' } = nonResourceAttributes;
		const why = 'cannot be specified in combination with resourceAttributes';
		return [invalidError('spec.nonResourceAttributes', { Path, Verb }, why)];
	}
	if (resourceAttributes !== undefined || nonResourceAttributes !== undefined) return [];
	const why = 'exactly one of nonResourceAttributes or resourceAttributes must be specified';
	return [invalidError('spec.resourceAttributes', null, why)];
}

function wrongSubject({ user, groups = [] }: ReviewSpec): FieldError[] {
	if (user || groups.length > 0) return [];
	return [invalidError('spec.user', '', 'at least one of user or group must be specified')];
}

function infoOf({ name, uid, groups, extra = {} }: User): object {
	return {
		username: name,
		...(uid && { uid }),
		groups,
		...(Object.keys(extra).length > 0 && { extra })
	};
}

function tokenStatus(token: string, { tokens }: RequestContext): object {
	const user = tokens.get(token);
	if (user === undefined) {
		return { user: {}, error: '[invalid bearer token, token lookup failed]' };
	}
	const groups = [...user.groups, 'system:authenticated'];
	return { authenticated: true, user: infoOf({ ...user, groups }) };
}
