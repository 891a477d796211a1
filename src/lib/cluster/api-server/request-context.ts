import type { ApiRequest } from '#lib/kubernetes/api-client.ts';
import type { ActorId } from '#lib/trace/event.ts';
import type { ApiServer } from './api-server.ts';
import type { User } from './authentication.ts';
import { managerOf } from './field-managers/writer.ts';
import type { RequestContext } from './operation.ts';
import type { Route } from './route.ts';
import { servedResource } from './served-resource.ts';

/** What the stages of one request are told; its clock is the cluster's, and moves on while the request is worked on. */
export function requestContext(
	server: ApiServer,
	id: number,
	request: ApiRequest,
	route: Route,
	user: User,
	client: ActorId
): RequestContext {
	const { kernel, cache, random, services, tokens, fieldManagers, custom } = server;
	return {
		id,
		request,
		route,
		resource: (custom.at(route) ?? servedResource(route))!,
		user,
		access: server,
		tokens,
		listAt: (prefix, revision) => server.listAt(prefix, revision),
		cache,
		random,
		services,
		fieldManagers,
		manager: request.query?.fieldManager || managerOf(request.userAgent, client),
		get timestamp() {
			return kernel.timestamp();
		},
		get wallMs() {
			return kernel.wallMs;
		}
	};
}
