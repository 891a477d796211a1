import { splitImage } from '../container-runtime/image-catalogue.ts';

/** Why a name is none that an image can have (distribution/reference ParseNormalizedNamed). */
export function invalidImageName(image: string): string | undefined {
	const { repository } = splitImage(image);
	if (!/[A-Z]/.test(repository.split('/').at(-1)!)) return undefined;
	const path = repository.includes('/') ? repository : `library/${repository}`;
	return `couldn't parse image name ${JSON.stringify(image)}: invalid reference format: repository name (${path}) must be lowercase`;
}
