namespace IswitchRoofs.SharedKernel.Domain;

/// <summary>
/// UUIDv7 whose order within this process is the order of making, also inside one millisecond (RFC 9562, 6.2
/// method 1: <c>rand_a</c> as a counter), so that ids sort like the events they name.
/// </summary>
public static class Uuid
{
    private static readonly Lock Gate = new();
    private static long _lastMillisecond;
    private static int _counter;

    public static Guid New(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Security.Cryptography.RandomNumberGenerator.Fill(bytes[8..]);
        long millisecond;
        int counter;
        lock (Gate)
        {
            millisecond = Math.Max(now.ToUnixTimeMilliseconds(), _lastMillisecond);
            _counter = millisecond == _lastMillisecond ? _counter + 1 : 0;
            if (_counter > 0xFFF)
            {
                millisecond++;
                _counter = 0;
            }

            _lastMillisecond = millisecond;
            counter = _counter;
        }

        for (var i = 0; i < 6; i++) bytes[i] = (byte)(millisecond >> (40 - (8 * i)));
        bytes[6] = (byte)(0x70 | (counter >> 8));
        bytes[7] = (byte)counter;
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
