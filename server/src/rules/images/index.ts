// The rules about images and the messages of containers.
import { imageInvalid } from "./image-invalid.ts";
import { latestNotAlways } from "./latest-not-always.ts";

export const imageRules = [imageInvalid, latestNotAlways];
