import type { Status } from '#lib/kubernetes/object.ts';
import { notAcceptable } from '#lib/kubernetes/status.ts';

/** In which form a client takes an answer. */
export interface AnswerForm {
	/** What an object or a list is turned into; `object`: nothing. */
	readonly as: 'object' | 'table' | 'metadata' | 'metadata-list' | 'discovery';
	/** Of `meta.k8s.io`, for those that are of it. */
	readonly version: 'v1' | 'v1beta1';
	/** As the answer names it. */
	readonly contentType: string;
}

const mediaTypes = ['application/json', 'application/yaml', 'application/vnd.kubernetes.protobuf'];
const watchTypes = [
	'application/json;stream=watch',
	'application/vnd.kubernetes.protobuf;stream=watch'
];
const discoveryType = /^as=APIGroupDiscoveryList;g=apidiscovery\.k8s\.io;v=v2$/;
const transformed: Readonly<Record<string, AnswerForm['as']>> = {
	Table: 'table',
	PartialObjectMetadata: 'metadata',
	PartialObjectMetadataList: 'metadata-list'
};

/**
 * Reads an `Accept` header: the first form in it that can be given. Nothing is written as protobuf here, so a client that takes
 * nothing else is refused.
 *
 * Models go-restful's choice of a route, and apiserver/pkg/endpoints/handlers/negotiation/negotiate.go NegotiateMediaTypeOptions.
 *
 * @param isList whether the path is one that can be watched: then the refusal names more
 */
export function acceptedForm(accept: string | undefined, isList: boolean): AnswerForm | Status {
	const clauses = clausesOf(accept ?? '');
	if (clauses.length === 0) return formOf('application/json', 'object');
	const known = clauses.filter(({ type }) => mediaTypes.some((one) => isOf(one, type)));
	if (known.length === 0) {
		const all = isList ? [...mediaTypes, ...watchTypes] : mediaTypes;
		return notAcceptable(`406: Not Acceptable\n\nAvailable representations: ${all.join(', ')}`);
	}
	for (const { type, parameters } of known) {
		const written = mediaTypes.slice(0, 2).find((one) => isOf(one, type));
		const form = written === undefined ? undefined : formWith(written, parameters);
		if (form !== undefined) return form;
	}
	return notAcceptable(`only the following media types are accepted: ${mediaTypes.join(', ')}`);
}

interface Clause {
	readonly type: string;
	readonly parameters: ReadonlyMap<string, string>;
}

/** The parts of the header, the most wanted first. */
function clausesOf(accept: string): readonly Clause[] {
	return accept
		.split(',')
		.map((clause) => {
			const [type = '', ...rest] = clause.split(';').map((part) => part.trim());
			const pairs = rest.map((text) => {
				const at = text.indexOf('=');
				return [text.slice(0, at), text.slice(at + 1)] as const;
			});
			return { type: type.toLowerCase(), parameters: new Map(pairs) };
		})
		.filter(({ type }) => type !== '')
		.sort((a, b) => quality(b) - quality(a));
}

function quality({ parameters }: Clause): number {
	return Number(parameters.get('q') ?? 1) || 0;
}

function isOf(mediaType: string, asked: string): boolean {
	return asked === '*/*' || asked === 'application/*' || asked === mediaType;
}

function formWith(
	mediaType: string,
	parameters: ReadonlyMap<string, string>
): AnswerForm | undefined {
	const [as, group, version] = ['as', 'g', 'v'].map((name) => parameters.get(name) ?? '');
	if (as === '' || as === undefined) return formOf(mediaType, 'object');
	if (discoveryType.test(`as=${as};g=${group};v=${version}`)) {
		return {
			...formOf(mediaType, 'discovery'),
			contentType: `${mediaType};g=${group};v=${version};as=${as}`
		};
	}
	const kind = transformed[as];
	if (kind === undefined || group !== 'meta.k8s.io') return undefined;
	return version === 'v1' || version === 'v1beta1' ? formOf(mediaType, kind, version) : undefined;
}

function formOf(
	contentType: string,
	as: AnswerForm['as'],
	version: AnswerForm['version'] = 'v1'
): AnswerForm {
	return { as, version, contentType };
}
