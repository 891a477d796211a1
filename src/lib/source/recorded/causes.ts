import type { KubeObject } from '#lib/kubernetes/object.ts';
import { resourceNamed } from '#lib/kubernetes/resources.ts';
import type { Version } from './recorded-object.ts';
import type { SentRequest } from './sent-request.ts';
import { knownAtMs, type Draft } from './story-draft.ts';
import type { Telling } from './telling.ts';

/**
 * Gives every request and every call its cause: for kubectl what was typed, then what was answered; for the others the newest that they
 * had heard of what it is about. Only that a request was answered, and by what a version was written, is recorded.
 */
export function findCauses(telling: Telling): void {
	const { requests, told } = telling;
	for (const request of requests) {
		const sent = told.sent.get(request)!;
		sent.cause ??= request.actor.startsWith('kubectl')
			? causeOfCommand(telling, request, sent)
			: causeOfComponent(telling, request, sent);
	}
	for (const { call, draft } of told.called) {
		const { node, pod } = call;
		const returned = told.returned.get(`${node} ${pod}`) ?? [];
		const heard = heardOf(telling, `kubelet/${node}`, (version) => isPod(version, pod));
		draft.cause ??= newest([...returned, ...heard], draft.atMs);
	}
}

function causeOfCommand(
	{ requests, told }: Telling,
	request: SentRequest,
	sent: Draft
): Draft | null {
	const answers = requests.flatMap((other) => {
		const answer =
			other.actor === request.actor && other !== request ? told.answered.get(other) : undefined;
		return answer ? [answer] : [];
	});
	return newest(answers, sent.atMs) ?? told.typed.get(request.actor) ?? null;
}

function causeOfComponent(telling: Telling, request: SentRequest, sent: Draft): Draft | null {
	const { told, requests } = telling;
	const { actor, by } = request;
	const about = subjectOf(telling, request);
	const related = heardOf(telling, actor, (version) => isRelated(version, about));
	const own = requests.flatMap((other) => {
		const isNear = other !== request && other.by === by && isSameMatter(telling, other, about);
		const answer = isNear ? told.answered.get(other) : undefined;
		return answer ? [answer] : [];
	});
	const node = actor.split('/')[1];
	const pod = about.kind === 'Pod' ? `${about.namespace}/${about.name}` : undefined;
	const returned = (node && pod && told.returned.get(`${node} ${pod}`)) || [];
	const known = newest([...related, ...own, ...returned], sent.atMs);
	if (known) return known;
	const started = told.typed.get(actor);
	return started && started.atMs <= sent.atMs ? started : null;
}

/** What a request is about: for one that makes something, its owner; for an Event, the object that it tells of. */
interface Subject {
	readonly kind: string;
	readonly namespace: string | undefined;
	readonly name: string | undefined;
	readonly resource: string;
}

const subjects = new WeakMap<SentRequest, Subject>();

function subjectOf(telling: Telling, request: SentRequest): Subject {
	let subject = subjects.get(request);
	if (!subject) subjects.set(request, (subject = findSubject(telling, request)));
	return subject;
}

function findSubject(telling: Telling, request: SentRequest): Subject {
	const { resource, namespace, name, body } = request;
	const bound = (body as { spec?: { boundObjectRef?: { kind: string; name: string } } } | undefined)
		?.spec?.boundObjectRef;
	// A token is asked for on behalf of a Pod.
	if (bound) return { kind: bound.kind, name: bound.name, namespace, resource: 'pods' };
	const version = telling.versions.find((one) => telling.writers.get(one) === request);
	const object = version?.object ?? version?.previous ?? null;
	const told = object?.involvedObject as { kind?: string; name?: string } | undefined;
	if (told) return { kind: told.kind ?? '', name: told.name, namespace, resource };
	// Which Event it was isn't known then; its name begins with that of what it tells of.
	if (resource === 'events' && name !== undefined) {
		return { kind: 'Pod', name: name.slice(0, name.lastIndexOf('.')), namespace, resource };
	}
	const owner = request.verb === 'create' && !request.subresource ? ownerOf(object) : undefined;
	if (owner) return { kind: owner.kind, name: owner.name, namespace, resource };
	const kind = object?.kind ?? resourceNamed(resource)?.kind ?? '';
	return { kind, namespace, name, resource };
}

function ownerOf(object: KubeObject | null | undefined) {
	return object?.metadata.ownerReferences?.find(({ controller }) => controller);
}

/** Services of the network follow Pods and Services alike. */
const fromPods: ReadonlySet<string> = new Set(['endpoints', 'endpointslices']);

function isRelated(version: Version, { kind, namespace, name, resource }: Subject): boolean {
	if (version.namespace !== namespace && version.namespace !== undefined) return false;
	const { plural } = version.resource;
	if (plural === 'namespaces') return version.name === namespace;
	if (fromPods.has(resource)) return plural === 'pods' || plural === 'services';
	const object = version.object ?? version.previous;
	if (object?.kind === kind && version.name === name) return true;
	const owner = ownerOf(object);
	return owner?.kind === kind && owner.name === name;
}

function isSameMatter(telling: Telling, other: SentRequest, about: Subject): boolean {
	if (other.resource === 'events' || other.subresource === 'token') return false;
	const { kind, namespace, name } = subjectOf(telling, other);
	return kind === about.kind && namespace === about.namespace && name === about.name;
}

const isPod = ({ resource, namespace, name }: Version, pod: string | undefined): boolean =>
	resource.plural === 'pods' && `${namespace}/${name}` === pod;

function heardOf(
	{ told }: Telling,
	actor: string,
	test: (version: Version) => boolean
): readonly Draft[] {
	return (told.heard.get(actor) ?? [])
		.filter(({ version }) => test(version))
		.map(({ draft }) => draft);
}

function newest(drafts: readonly Draft[], untilMs: number): Draft | null {
	let found: Draft | null = null;
	for (const draft of drafts) {
		const known = knownAtMs(draft);
		if (known <= untilMs && (found === null || known >= knownAtMs(found))) found = draft;
	}
	return found;
}
