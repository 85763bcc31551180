import { ONE_TIME_BYTES, oneTimePassword } from '@/lib/domain/accounts/one-time-password';

/** Made in the browser of the person who hands it over: the server never has to send it, and keeps only its hash. */
export const freshPassword = (): string => oneTimePassword(crypto.getRandomValues(new Uint8Array(ONE_TIME_BYTES)));
