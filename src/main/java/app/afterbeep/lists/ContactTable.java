package app.afterbeep.lists;

import java.util.function.IntPredicate;

/// Which of the people that an import has added could have a number or an address: about twenty bytes for each, whatever the list's size, and
/// no object. Two texts may have the same hash: who is found here is looked at in the file before it counts, who is not found is new for certain.
final class ContactTable {
    private long[] hashes = new long[1 << 10];
    /// 0 where the slot is free.
    private int[] ids = new int[1 << 10];
    private int size;

    /// @param id from 1, of somebody who has it
    void add(Contact contact, String name, int id) {
        if (size * 5L > ids.length * 3L) {
            grow();
        }
        put(hash(contact, name), id);
        size++;
    }

    /// Passes on who could have it under this name, until `found` says yes; 0 when it never does.
    int find(Contact contact, String name, IntPredicate found) {
        long hash = hash(contact, name);
        for (int slot = slot(hash); ids[slot] != 0; slot = slot + 1 & ids.length - 1) {
            if (hashes[slot] == hash && found.test(ids[slot])) {
                return ids[slot];
            }
        }
        return 0;
    }

    private void put(long hash, int id) {
        int slot = slot(hash);
        while (ids[slot] != 0) {
            slot = slot + 1 & ids.length - 1;
        }
        hashes[slot] = hash;
        ids[slot] = id;
    }

    private int slot(long hash) {
        return (int) (hash >>> 32) & ids.length - 1;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldIds = ids;
        hashes = new long[oldIds.length * 2];
        ids = new int[oldIds.length * 2];
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] != 0) {
                put(oldHashes[i], oldIds[i]);
            }
        }
    }

    /// FNV-1a over its characters, then mixed, since the table takes its upper half.
    private static long hash(Contact contact, String name) {
        long hash = 0xcbf29ce484222325L + contact.kind().ordinal();
        hash = hash(hash, contact.value());
        hash = hash(hash * 0x100000001b3L, name);
        hash = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
        return hash ^ hash >>> 29;
    }

    private static long hash(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
