import { insideKubeconfig } from '#lib/i18n/messages/inside-kubeconfig.ts';
import { speaker } from '#lib/i18n/speaker.ts';

/** Words of a kubeconfig. */
export const kubeconfigMessage = speaker(insideKubeconfig);
