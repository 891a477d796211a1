import type { Container } from '#lib/kubernetes/pod.ts';
import type { PodRef } from '../container-runtime/runtime-calls.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { goDuration } from './go-duration.ts';
import { invalidImageName } from './invalid-image-name.ts';
import type { NodeServices } from './node-services.ts';

/** The image is there; or why not. `retryMs`: it backs off, and this much of the delay is left. */
export type ImageResult =
	| { readonly ok: true }
	| {
			readonly ok: false;
			readonly reason: string;
			readonly message: string;
			readonly retryMs?: number;
	  };

/** Gets the image of one container, as its pull policy says. Models pkg/kubelet/images/image_manager.go EnsureImageExists. */
export class ContainerImage {
	private lastPullError: string | undefined;

	constructor(
		private readonly kernel: Kernel,
		private readonly services: NodeServices,
		private readonly ref: PodRef,
		private readonly event: (type: 'Normal' | 'Warning', reason: string, message: string) => void
	) {}

	ensure(container: Container, onDone: (result: ImageResult) => void): void {
		const { runtime, imageBackoff } = this.services;
		const { image = '', imagePullPolicy: policy = 'IfNotPresent' } = container;
		const quoted = JSON.stringify(image);
		const fail = (reason: string, message: string, retryMs?: number): void =>
			onDone({
				ok: false,
				reason,
				message,
				...(retryMs === undefined ? undefined : { retryMs })
			});
		const wrong = invalidImageName(image);
		if (wrong !== undefined) {
			const message = `Failed to apply default image tag ${quoted}: ${wrong}`;
			this.event('Warning', 'InspectFailed', message);
			return fail('InvalidImageName', message);
		}
		if (runtime.imageOf(image) !== undefined && policy !== 'Always') {
			const text = `Container image ${quoted} already present on machine and can be accessed by the pod`;
			this.event('Normal', 'Pulled', text);
			return onDone({ ok: true });
		}
		if (policy === 'Never') {
			const message = `Container image ${quoted} is not present with pull policy of Never`;
			this.event('Warning', 'ErrImageNeverPull', message);
			return fail('ErrImageNeverPull', message);
		}
		const remaining = imageBackoff.remainingSinceUpdateMs(this.key(image), this.kernel.nowMs);
		if (remaining > 0) {
			const text = `Back-off pulling image ${quoted}`;
			this.event('Normal', 'BackOff', text);
			const last = this.lastPullError;
			const message = last === undefined ? text : `${text}: ErrImagePull: ${last}`;
			return fail('ImagePullBackOff', message, remaining);
		}
		this.pull(image, onDone);
	}

	private pull(image: string, onDone: (result: ImageResult) => void): void {
		const { puller, imageBackoff } = this.services;
		const quoted = JSON.stringify(image);
		this.event('Normal', 'Pulling', `Pulling image ${quoted}`);
		puller.pull(this.ref, image, ({ outcome, tookMs, includingWaitMs }) => {
			if (!outcome.ok) {
				const { error } = outcome;
				this.lastPullError = error;
				this.event('Warning', 'Failed', `Failed to pull image ${quoted}: ${error}`);
				imageBackoff.next(this.key(image), this.kernel.nowMs, this.kernel.nowMs);
				return onDone({ ok: false, reason: 'ErrImagePull', message: error });
			}
			this.event(
				'Normal',
				'Pulled',
				`Successfully pulled image ${quoted} in ${goDuration(tookMs)} (${goDuration(includingWaitMs)} including waiting). Image size: ${outcome.value.sizeBytes} bytes.`
			);
			onDone({ ok: true });
		});
	}

	private key(image: string): string {
		return `${this.ref.uid}_${image}`;
	}
}
