export default {
  titles: {
    400: 'The request is not right',
    401: 'Sign-in needed',
    403: 'Not permitted',
    404: 'Not found',
    405: 'Not supported here',
    409: 'In conflict with what is there',
    410: 'No longer valid',
    413: 'Too large',
    415: 'Format not supported',
    422: 'Against the rules',
    428: 'Version missing',
    429: 'Too many tries',
    500: 'Something went wrong',
    503: 'Not available just now',
    507: 'No space left',
  },
  codes: {
    internal:
      'Something went wrong; your data was not changed. Try again later; if it persists, give the request number to the administrator.',
    not_found:
      'This record was not found: it does not exist, or lies outside your territory. Go back to the list and choose again.',
    forbidden: 'Your role does not have this permission. Ask your county bureau or the prefecture bureau.',
    csrf: 'This request did not come from a page of this system and was not carried out. Do it again from the page.',
    sign_in_required: 'You are not signed in, or your session has ended. Sign in again.',
    password_change_required: 'Your password was set by somebody else. Choose your own first.',
    method_not_allowed: 'This address does not support that operation.',
    no_parameters: 'This address takes no query parameters. Remove what follows the question mark.',
    invalid_input: 'Some entries do not fit. Correct them as described below and submit again.',
    malformed_json: 'What was sent is not valid JSON; nothing was done. Check it and send it again.',
    no_body: 'This address takes no body; nothing was done. Send the request without one.',
    multipart_body:
      'This takes the file itself, not a form (multipart/form-data). Send the file as the body, and its name in the X-File-Name header.',
    not_json: 'Only JSON is accepted here (Content-Type: application/json).',
    unstorable_text:
      'The text has characters that cannot be stored (NUL or half a character). Remove them and submit again.',
    too_large: 'Too large: more than {limit}. Send it in parts.',
    if_match_required: 'A change must name the version it is based on (If-Match). Read the latest data first.',
    idempotency_key_malformed: 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
    idempotency_key_reused: 'This Idempotency-Key was used for a different request. Use a new one.',
    already_exists: 'The same record exists already; nothing was saved twice. Look at the existing one.',
    reference_missing: 'The record referred to does not exist or lies outside your territory. Choose again.',
    out_of_range: 'A number is outside the permitted range. Check its unit and digits and submit again.',
    busy_retry: 'Somebody is handling the same matter; your action was not carried out. Try again in a moment.',
    too_slow: 'The database answered too slowly; nothing was done. Narrow it down or try again later.',
    database_away:
      'The database does not answer just now and will be back by itself. Try again in a few seconds: what you typed is still here, what was saved is kept, and nothing is saved twice.',
    storage_full:
      'The disk of the server is full and the file was not saved. Ask your administrator to make room, then upload it again.',
    storage_away:
      'The folder for files on the server cannot be written to, and the file was not saved. Ask your administrator to look at the data folder (is it there, may it be written to), then upload it again.',
    notice_of_county: 'Notices of this kind are the county bureau’s. Please turn to it.',
    contact_gone: 'No way to reach the person was left, or it was deleted when the matter was over.',
    complaint_reopen_over:
      'It cannot be opened again now: it has no answer yet, was opened again before, or the time is over. Please write another one.',
    objection_period_over:
      'The period is over or the notice was withdrawn; this page takes objections no longer. Please turn to the community or the county bureau.',
    refused: 'The rules do not permit this now; the reasons are below.',
    ballot_exists:
      '{count} of these households have a ballot already. Compare, then correct it or keep yours beside it: neither is lost.',
    round_under_way: 'A round of this vote is under way in this compound. End or cancel it first.',
    version_conflict:
      'Somebody saved this record while you were editing. Compare with the newest content, then save. Nothing is lost.',
    wrong_credentials:
      'User name or password is wrong. Check capitals and the input method; ten tries are allowed in 15 minutes.',
    account_disabled:
      'This account is disabled. Ask the account administrator of your county bureau or of the prefecture bureau.',
    too_many_tries:
      'Too many wrong passwords: to protect the account it is closed for a while. Try again in {minutes} minutes, or ask the account administrator for a new password, which opens it at once.',
    password_refused: 'The password was not changed; the reasons are below.',
    cursor_unreadable:
      'The place in the list could not be read (the address may have been cut off or changed). Go back to the first page.',
    personal_destroyed:
      "This owner's personal data passed its retention date and was destroyed; it cannot be shown again. Record it anew if it is needed.",
    file_too_large: 'The file is over the limit of {limit} and was not saved. Compress or split it and upload again.',
    file_empty: 'No file content arrived. Choose the file again.',
    file_name: 'The file name could not be read. Give the file a simple name and upload again.',
    file_type:
      'This file cannot be uploaded. Judged by content, only JPEG, PNG and WebP pictures, PDF, xlsx and docx (without macros) are accepted. Save it as one of these.',
    picture_unreadable:
      'The picture is damaged, incomplete or has too many pixels and was not saved. Take or save it again.',
    photo_expected: 'A photo is expected here (JPEG, PNG, WebP); another kind of file arrived. Choose again.',
    file_missing:
      'The file is on record, but its content is not in storage. Ask the administrator to restore it from backup, or upload it again.',
    file_damaged:
      'The content of the file does not match its recorded hash, it may be damaged, and was not sent. Ask the administrator to restore it from backup, or upload it again.',
    username_taken: 'The user name “{username}” is taken. Choose another, for example with the office added.',
    audit_value_destroyed:
      'The personal data of this line was destroyed at the end of its retention and cannot be shown.',
    exports_waiting:
      '{count} exports of yours are already being made; no further one was added. Wait until one of them is done.',
    export_expired: 'This file was made more than seven days ago and was destroyed as laid down. Export again.',
    export_not_ready: 'The file is not ready yet. Try again when its status is “done”.',
    import_not_applied: 'This import was not applied, or was undone already. Reload and look again.',
    import_not_mapping: 'The columns of this import cannot be changed now. Reload and look again.',
    import_not_previewed:
      'This cannot be done to the import now: it is still being compared, or somebody else dealt with it. Reload and look again.',
    import_closed: 'This import has ended and cannot be cancelled. Reload and look again.',
    two_identities:
      'The request brings both an access token (Authorization) and a session cookie, so it is not clear who asks; nothing was done. Programs send the token only; pages send no Authorization.',
    token_malformed:
      'The access token is incomplete or was copied badly. It begins with anju_ and has 52 characters: copy the whole of it behind Authorization: Bearer.',
    token_unknown:
      'There is no such access token here. Check that it was issued by this system; if it cannot be found, the account holder makes a new one under Access tokens.',
    token_disabled:
      'The account of this access token is disabled, and the token with it. Somebody in office makes a new one with their own account for the calling system.',
    token_moved:
      'The account of this access token belongs to another unit now, which ended the token. Somebody of the former unit makes a new one for the calling system.',
    token_revoked:
      'This access token was revoked. If it is still needed, the account holder makes a new one under Access tokens for the calling system.',
    token_expired:
      'This access token has expired. The account holder makes a new one under Access tokens for the calling system.',
    token_not_allowed: 'This can only be done in person, signed in on the pages; no access token can do it.',
    token_scope_missing:
      'This access token was not given this (scope {scope} is needed). The account holder makes a new token with it.',
    token_ended: 'This access token was revoked already. Reload and look again.',
    too_often:
      'This is costly and may be asked {count} times in {window} minutes, which you have reached. Try again in {seconds} seconds; if that is too little in daily work, tell the administrator.',
    job_not_again: 'Jobs of this kind are not tried again: whoever sent the file was told, and sends it anew.',
  },
} as const;
