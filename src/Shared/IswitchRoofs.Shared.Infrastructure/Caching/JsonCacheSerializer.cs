using System.Text.Json;
using ZiggyCreatures.Caching.Fusion.Serialization;

namespace IswitchRoofs.Shared.Infrastructure.Caching;

/// <summary>Cached answers in Redis are JSON. (FusionCache's own serializer package is not available to this build.)</summary>
internal sealed class JsonCacheSerializer : IFusionCacheSerializer
{
    public byte[] Serialize<T>(T? obj) => JsonSerializer.SerializeToUtf8Bytes(obj);

    public T? Deserialize<T>(byte[] data) => JsonSerializer.Deserialize<T>(data);

    public ValueTask<byte[]> SerializeAsync<T>(T? obj, CancellationToken token = default) => ValueTask.FromResult(Serialize(obj));

    public ValueTask<T?> DeserializeAsync<T>(byte[] data, CancellationToken token = default) => ValueTask.FromResult(Deserialize<T>(data));
}
