import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { isStatus, methodNotAllowed, unauthorized } from '#lib/kubernetes/status.ts';
import { latency, type Spread } from '../kernel/latency.ts';
import { CompiledMachine, MachineActor, type Actions } from '../kernel/machine.ts';
import type { ApiServer } from './api-server.ts';
import { authenticate, describeCredential, groupsOf, type User } from './authentication.ts';
import { mutationsText } from './admission/mutation.ts';
import type { QuotaCharge } from './admission/resource-quota.ts';
import { attributesOf } from './access/attributes-of.ts';
import { impersonated } from './access/impersonation.ts';
import { authorize, forbiddenTo } from './authorization.ts';
import { noteUnstored, shownAnswer } from './field-managers/shown-answer.ts';
import { plainAnswer } from './plain-paths.ts';
import { lostRace } from './lost-race.ts';
import { operationFor } from './operation-for.ts';
import type { Proposal, RequestContext, WriteOperation } from './operation.ts';
import { requestContext } from './request-context.ts';
import { requestMachine } from './request-machine.ts';
import { requestMessage, responseMessage, subjectOf } from './request-messages.ts';
import { routeOf, type Route } from './route.ts';
import { refusedRoute } from './refused-route.ts';
import type { Reply, ServerClient } from './server-client.ts';
import { runDeletions } from './run-deletions.ts';
import { servedAnswer } from './served-answer.ts';
import { storageKey } from './storage-key.ts';
import { unstoredAnswer } from './unstored-answer.ts';
import { collectionDeletion, type CollectionDeletion } from './verbs/delete-collection.ts';
import { isEvictionRehearsal } from './verbs/eviction.ts';
import { isStreamed, openPodStream } from './verbs/pod-stream.ts';
import { listResponse, subjectResponse } from './verbs/read.ts';
import { beginWatch } from './verbs/watch.ts';
import { isDryRun } from './write-options.ts';
import { wrongWrite } from './wrong-write.ts';

/** The event that each verb goes on with; the others write. */
const allowedTo: Readonly<Record<string, string>> = {
	get: 'ALLOWED_TO_READ',
	list: 'ALLOWED_TO_READ',
	watch: 'ALLOWED_TO_WATCH'
};

const compiled = new CompiledMachine('api-request', requestMachine);

/** One request, driven through the request machine: what each state's entry action does stands here. */
export class RequestRun {
	private static readonly actions: Actions<RequestRun> = {
		authenticate: (run) => run.wait(latency.authentication, () => run.authenticate()),
		authorize: (run) => run.wait(latency.authorization, () => run.authorize()),
		mutate: (run) => run.wait(latency.mutation, () => run.mutate()),
		validate: (run) => run.wait(latency.validation, () => run.validate()),
		store: (run) => run.store(),
		read: (run) => run.read(),
		watch: (run) => run.watch(),
		respond: (run) => run.respond()
	};

	private readonly route: Route | undefined;
	private actor!: MachineActor<RequestRun>;
	private user: User | undefined;
	private operation: WriteOperation | undefined;
	private charges: readonly QuotaCharge[] = [];
	private collection: CollectionDeletion | undefined;
	private proposal: Proposal | undefined;
	private fresh: KubeObject | null | undefined;
	private response: ApiResponse | undefined;
	private opened = false;

	constructor(
		private readonly server: ApiServer,
		private readonly id: number,
		private readonly client: ServerClient,
		private readonly request: ApiRequest,
		private readonly reply: Reply
	) {
		this.route = routeOf(request);
	}

	send(): void {
		const { request, route, client, server } = this;
		server.kernel.send(
			client.actor,
			'api-server',
			'http',
			requestMessage(this.id, request, route, client.credential),
			server.hop(),
			() => this.arrive()
		);
	}

	private arrive(): void {
		const { server, route } = this;
		this.actor = new MachineActor<RequestRun>(
			server.kernel,
			compiled,
			`request/${this.id}`,
			RequestRun.actions,
			route && subjectOf(route),
			undefined,
			this
		);
		this.actor.send('BEGIN');
	}

	private authenticate(): void {
		this.user = authenticate(this.client.credential, this.server.tokens);
		if (this.user === undefined) this.refuse(unauthorized());
		else {
			const by = describeCredential(this.client.credential);
			this.actor.send('AUTHENTICATED', { user: this.user.name, by, groups: groupsOf(this.user) });
		}
	}

	private authorize(): void {
		const { route, request, server } = this;
		if (request.impersonate !== undefined) {
			const user = impersonated(this.user!, request.impersonate, server);
			if (isStatus(user)) return this.refuse(user);
			this.user = user as User;
		}
		const attributes = attributesOf(route, request);
		const verdict = authorize(this.user!, attributes, server);
		if (!verdict.allowed) {
			return this.refuse(forbiddenTo(this.user!, attributes, verdict.reason));
		}
		const { because } = verdict;
		const facts = { ...because, ...(request.impersonate && { as: this.user!.name }) };
		if (route === undefined) {
			this.actor.send('ALLOWED_TO_READ', facts);
			return;
		}
		const refused = refusedRoute(route, request, server.custom);
		if (isStatus(refused)) return this.refuse(refused);
		if (refused !== undefined) return this.answer(refused as ApiResponse);
		this.actor.send(allowedTo[route.verb] ?? 'ALLOWED_TO_WRITE', facts);
	}

	private mutate(): void {
		const context = this.context();
		const wrong = wrongWrite(context);
		if (wrong !== undefined) return this.refuse(wrong);
		this.response = unstoredAnswer(context);
		if (this.response !== undefined) {
			this.actor.send(this.response.code === 201 ? 'MUTATED' : 'REFUSED', { plugins: 0 });
			return;
		}
		if (context.route.verb === 'deletecollection') return this.gather(context);
		this.operation ??= operationFor(context);
		if (this.operation === undefined) return this.refuse(methodNotAllowed());
		const proposal = this.operation.mutate(this.fresh);
		if (isStatus(proposal)) return this.refuse(proposal);
		this.proposal = proposal;
		const { mutations = [] } = proposal;
		this.actor.send('MUTATED', { plugins: mutations.length, changes: mutationsText(mutations) });
	}

	/** What a DELETE of a collection will delete. */
	private gather(context: RequestContext): void {
		const gathered = collectionDeletion(context);
		if (isStatus(gathered)) return this.refuse(gathered as Status);
		this.collection = gathered as CollectionDeletion;
		this.actor.send('MUTATED', { plugins: 0 });
	}

	private validate(): void {
		const found = this.proposal && this.operation!.validate(this.proposal);
		if (isStatus(found)) return this.refuse(found);
		this.charges =
			found === undefined ? [] : (found as { charges: readonly QuotaCharge[] }).charges;
		this.actor.send('VALID');
	}

	private store(): void {
		const { proposal, operation, collection } = this;
		if (collection !== undefined) return this.deleteAll(collection);
		if (proposal === undefined || operation === undefined) {
			this.actor.send('STORED');
			return;
		}
		const isRehearsal = isDryRun(this.request) || isEvictionRehearsal(this.context());
		const taken = proposal.expected === 0 && this.server.cache.get(proposal.key) !== null;
		if (isDryRun(this.request) && taken) {
			return this.lostTheRace(this.server.cache.get(proposal.key));
		}
		if (proposal.unchanged === true || isRehearsal) {
			if (this.request.withManagedFields) noteUnstored(proposal, this.server.fieldManagers);
			return this.stored(operation, proposal, proposal.object);
		}
		this.server.charge(
			this.id,
			this.charges,
			(refusal) => this.refuse(refusal),
			() =>
				this.server.store(
					this.id,
					proposal,
					(object) => this.stored(operation, proposal, object),
					(current) => this.lostTheRace(current)
				)
		);
	}

	private deleteAll(collection: CollectionDeletion): void {
		const deletions = isDryRun(this.request) ? [] : collection.deletions;
		runDeletions(this.server, this.id, deletions, (refusal) => {
			if (refusal !== undefined) return this.refuse(refusal);
			this.response = collection.response;
			this.actor.send('STORED');
		});
	}

	private stored(operation: WriteOperation, proposal: Proposal, object: KubeObject | null): void {
		this.response = operation.respond(object, proposal);
		const revision = Number(object?.metadata.resourceVersion ?? 0);
		this.actor.send('STORED', { revision });
	}

	/** Somebody else wrote first. */
	private lostTheRace(current: KubeObject | null): void {
		const refused = lostRace(this.proposal!, this.operation!, current, this.context());
		if (refused !== undefined) return this.refuse(refused);
		this.fresh = current;
		this.actor.send('LOST_THE_RACE');
	}

	private read(): void {
		if (this.route === undefined) return this.answer(plainAnswer(this.request, this.server.custom));
		const context = this.context();
		const { route } = context;
		if (route.verb === 'list') {
			return this.wait(latency.validation, () => this.answer(listResponse(context)));
		}
		const key = storageKey(context.resource.plural, route.namespace, route.name!);
		const { stream } = this.reply;
		this.server.readKey(key, (object) => {
			if (stream === undefined || !isStreamed(context)) {
				return this.answer(subjectResponse(object, context, this.server.kubelets));
			}
			openPodStream(object, context, this.server, stream, (response) => this.answer(response));
		});
	}

	private watch(): void {
		const refusal = beginWatch(
			this.context(),
			this.client.actor,
			this.reply.stream!,
			this.server.watches
		);
		if (refusal !== undefined) return this.refuse(refusal);
		this.opened = true;
		this.reply.stream!.onEnded = () => this.actor.send('CLOSED');
	}

	private answer(response: ApiResponse): void {
		const { code, body } = response;
		this.response = response;
		if (code < 400) this.actor.send('READ');
		else this.actor.send('REFUSED', { code, message: (body as Status | undefined)?.message ?? '' });
	}

	private refuse(status: Status): void {
		const warnings = this.proposal?.warnings ?? [];
		this.response = { code: status.code!, body: status, ...(warnings.length > 0 && { warnings }) };
		this.actor.send('REFUSED', { code: status.code!, message: status.message ?? '' });
	}

	private respond(): void {
		if (this.opened) return;
		const { server, client, route, request } = this;
		server.services.settle(this.id);
		const given = this.response!;
		const shown = request.withManagedFields ? shownAnswer(given, server.fieldManagers) : given;
		const response = servedAnswer(shown, route, this.known?.resource);
		server.kernel.send(
			'api-server',
			client.actor,
			'http',
			responseMessage(this.id, request, route, response),
			server.hop(),
			() => this.reply.onResponse(response)
		);
	}

	private wait(spread: Spread, then: () => void): void {
		this.server.kernel.after(this.server.draw(spread), then);
	}

	private known: RequestContext | undefined;

	/** The same for the whole request; only the clock moves on. */
	private context(): RequestContext {
		const { server, id, request, route, user } = this;
		this.known ??= requestContext(server, id, request, route!, user!, this.client.actor);
		return this.known;
	}
}
