// The rules about images and the messages of containers.
import { imageInvalid } from "./image-invalid.ts";

export const imageRules = [imageInvalid];
