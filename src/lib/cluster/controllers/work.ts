import type { ApiClient, ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';

/**
 * What a controller does for one object, written as it would be in upstream's blocking code: it yields requests that go out
 * side by side and is given their answers, which arrive later in virtual time.
 */
export type Work<T = void> = Generator<readonly ApiRequest[], T, readonly ApiResponse[]>;

/** The server said no. The work ends; its queue tries again. */
export class RequestRefused extends Error {
	constructor(readonly response: ApiResponse) {
		super((response.body as Status).message ?? `HTTP ${response.code}`);
	}

	get code(): number {
		return this.response.code;
	}

	/** The namespace is going away: trying again is of no use. Models apierrors.HasStatusCause(NamespaceTerminatingCause). */
	get isNamespaceTerminating(): boolean {
		const causes = (this.response.body as Status).details?.causes ?? [];
		return causes.some(({ reason }) => reason === 'NamespaceTerminating');
	}
}

/** One request. */
export function* ask(request: ApiRequest): Work<ApiResponse> {
	const [response] = yield [request];
	return response!;
}

/**
 * One request that must succeed.
 *
 * @throws RequestRefused
 */
export function* insist<T extends KubeObject>(request: ApiRequest): Work<T> {
	const response = yield* ask(request);
	if (response.code >= 300) throw new RequestRefused(response);
	return response.body as unknown as T;
}

/**
 * Does the work with that client.
 *
 * @param onDone with the refusal that ended it, if one did
 */
export function perform(
	client: ApiClient,
	work: Work,
	onDone: (refusal: RequestRefused | undefined) => void
): void {
	const proceed = (answers: readonly ApiResponse[]): void => {
		const step = tryStep(work, answers);
		if (step.done) onDone(step.refusal);
		else requestAll(client, step.requests, proceed);
	};
	proceed([]);
}

type Step =
	| { readonly done: true; readonly refusal?: RequestRefused }
	| { readonly done: false; readonly requests: readonly ApiRequest[] };

function tryStep(work: Work, answers: readonly ApiResponse[]): Step {
	try {
		const { done, value } = work.next(answers);
		return done ? { done } : { done: false, requests: value };
	} catch (error) {
		if (error instanceof RequestRefused) return { done: true, refusal: error };
		throw error;
	}
}

function requestAll(
	client: ApiClient,
	requests: readonly ApiRequest[],
	then: (answers: readonly ApiResponse[]) => void
): void {
	const answers: ApiResponse[] = [];
	let missing = requests.length;
	if (missing === 0) throw new Error('Work yields at least one request');
	requests.forEach((request, index) =>
		client.request(request, (response) => {
			answers[index] = response;
			missing--;
			if (missing === 0) then(answers);
		})
	);
}
