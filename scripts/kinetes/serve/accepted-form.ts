/** In which form a client takes an answer. */
export interface AnswerForm {
	/** What an object or a list is turned into; `object`: nothing. */
	readonly as: 'object' | 'table' | 'metadata' | 'discovery';
	readonly contentType: string;
}

const plain: AnswerForm = { as: 'object', contentType: 'application/json' };

const aggregatedDiscovery = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/**
 * Reads an `Accept` header: the first form in it that the server can give; undefined when there is none (406), such as for a
 * client that takes nothing but protobuf. Models apiserver/pkg/endpoints/handlers/negotiation/negotiate.go.
 */
export function acceptedForm(accept: string | undefined): AnswerForm | undefined {
	if (accept === undefined || accept.trim() === '') return plain;
	for (const clause of accept.split(',')) {
		const [type = '', ...rest] = clause.split(';').map((part) => part.trim());
		if (!['application/json', 'application/*', '*/*'].includes(type.toLowerCase())) continue;
		const parameters = new Map(
			rest.map((text) => {
				const at = text.indexOf('=');
				return [text.slice(0, at), text.slice(at + 1)] as const;
			})
		);
		const form = formAs(parameters);
		if (form !== undefined) return form;
	}
	return undefined;
}

function formAs(parameters: ReadonlyMap<string, string>): AnswerForm | undefined {
	const [as, group, version] = ['as', 'g', 'v'].map((name) => parameters.get(name));
	if (as === undefined) return plain;
	if (group === 'meta.k8s.io' && version === 'v1') {
		if (as === 'Table') return { as: 'table', contentType: 'application/json' };
		if (as === 'PartialObjectMetadata' || as === 'PartialObjectMetadataList') {
			return { as: 'metadata', contentType: 'application/json' };
		}
	}
	const asked = `application/json;g=${group ?? ''};v=${version ?? ''};as=${as}`;
	return asked === aggregatedDiscovery ? { as: 'discovery', contentType: asked } : undefined;
}
