import { createMachine } from 'xstate';

/**
 * An image on its way to a node. The kubelet pulls one image at a time (serializeImagePulls).
 * Models pkg/kubelet/images/image_manager.go EnsureImageExists.
 */
export const imagePullMachine = createMachine({
	id: 'image-pull',
	initial: 'queued',
	states: {
		queued: { on: { NEXT: 'pulling' } },
		pulling: { entry: 'pull', on: { PULLED: 'present', FAILED: 'failed' } },
		present: { entry: 'finish', type: 'final' },
		failed: { entry: 'finish', type: 'final' }
	}
});
