import type { webApi } from '@slack/bolt';
import type { Door } from '../../src/adapter.ts';

/** The room that is named for staff is one where customers read along: a slip in the configuration. */
class CustomersReadThere extends Error {
  readonly code = 'slack_webapi_platform_error';
  readonly data = { error: 'customers_read_there' };
}

/**
 * Makes sure that only staff reads a room: it is shared with no other company, and no customer ever spoke there.
 * @throws where one may read along, or where Slack cannot be asked.
 */
export const createRoomCheck =
  ({
    conversations,
    door,
  }: {
    conversations: Pick<webApi.WebClient['conversations'], 'info'>;
    door: Pick<Door<unknown>, 'customerIn' | 'isCustomers'>;
  }) =>
  async (room: string): Promise<void> => {
    const { channel } = await conversations.info({ channel: room });
    const shared = channel?.is_ext_shared === true || channel?.is_pending_ext_shared === true;
    const spoken = (await door.isCustomers(room)) || (await door.customerIn({ conversation: room, thread: null })) !== null;
    if (shared || spoken) throw new CustomersReadThere(room);
  };
