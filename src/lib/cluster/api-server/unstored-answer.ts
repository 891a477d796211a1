import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import { isReview, reviewResponse } from './access/access-reviews.ts';
import type { RequestContext } from './operation.ts';
import { createToken } from './verbs/token.ts';

/** The answer to a POST that is answered at once and never kept: a token, a review. Undefined for any other write. */
export function unstoredAnswer(context: RequestContext): ApiResponse | undefined {
	if (context.route.subresource === 'token') return createToken(context);
	return isReview(context.resource.plural) ? reviewResponse(context) : undefined;
}
