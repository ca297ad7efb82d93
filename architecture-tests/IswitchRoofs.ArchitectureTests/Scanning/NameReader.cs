using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace IswitchRoofs.ArchitectureTests.Scanning;

/// <summary>Turns handles and signatures into the names they mention, the outermost type first.</summary>
internal sealed class NameReader : ISignatureTypeProvider<ImmutableArray<TypeName>, object?>
{
    private readonly MetadataReader _reader;

    public NameReader(MetadataReader reader)
    {
        _reader = reader;
        Self = reader.GetString(reader.GetAssemblyDefinition().Name);
        Attributes = new AttributeNames(this);
    }

    public string Self { get; }

    public ICustomAttributeTypeProvider<ImmutableArray<TypeName>> Attributes { get; }

    public TypeName Definition(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        var name = _reader.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil)
        {
            var outer = Definition(type.GetDeclaringType());
            return outer with { FullName = $"{outer.FullName}+{name}" };
        }
        return Named(Self, _reader.GetString(type.Namespace), name);
    }

    public TypeName Reference(TypeReferenceHandle handle)
    {
        var type = _reader.GetTypeReference(handle);
        var name = _reader.GetString(type.Name);
        switch (type.ResolutionScope.Kind)
        {
            case HandleKind.TypeReference:
                var outer = Reference((TypeReferenceHandle)type.ResolutionScope);
                return outer with { FullName = $"{outer.FullName}+{name}" };
            case HandleKind.AssemblyReference:
                var assembly = _reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope);
                return Named(_reader.GetString(assembly.Name), _reader.GetString(type.Namespace), name);
            default:
                return Named(Self, _reader.GetString(type.Namespace), name);
        }
    }

    public ImmutableArray<TypeName> Of(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => [Definition((TypeDefinitionHandle)handle)],
        HandleKind.TypeReference => [Reference((TypeReferenceHandle)handle)],
        HandleKind.TypeSpecification => _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null),
        HandleKind.MethodDefinition => [Definition(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType())],
        _ => [],
    };

    public ImmutableArray<TypeName> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => [Definition(handle)];

    public ImmutableArray<TypeName> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => [Reference(handle)];

    public ImmutableArray<TypeName> GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public ImmutableArray<TypeName> GetPrimitiveType(PrimitiveTypeCode typeCode) => [Named("System.Runtime", "System", typeCode.ToString())];

    public ImmutableArray<TypeName> GetGenericInstantiation(ImmutableArray<TypeName> genericType, ImmutableArray<ImmutableArray<TypeName>> typeArguments) =>
        [.. genericType, .. typeArguments.SelectMany(argument => argument)];

    public ImmutableArray<TypeName> GetFunctionPointerType(MethodSignature<ImmutableArray<TypeName>> signature) =>
        [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(parameter => parameter)];

    public ImmutableArray<TypeName> GetModifiedType(ImmutableArray<TypeName> modifier, ImmutableArray<TypeName> unmodifiedType, bool isRequired) =>
        [.. unmodifiedType, .. modifier];

    public ImmutableArray<TypeName> GetArrayType(ImmutableArray<TypeName> elementType, ArrayShape shape) => elementType;

    public ImmutableArray<TypeName> GetSZArrayType(ImmutableArray<TypeName> elementType) => elementType;

    public ImmutableArray<TypeName> GetByReferenceType(ImmutableArray<TypeName> elementType) => elementType;

    public ImmutableArray<TypeName> GetPointerType(ImmutableArray<TypeName> elementType) => elementType;

    public ImmutableArray<TypeName> GetPinnedType(ImmutableArray<TypeName> elementType) => elementType;

    public ImmutableArray<TypeName> GetGenericMethodParameter(object? genericContext, int index) => [];

    public ImmutableArray<TypeName> GetGenericTypeParameter(object? genericContext, int index) => [];

    private static TypeName Named(string assembly, string @namespace, string name) =>
        new(assembly, @namespace, @namespace.Length == 0 ? name : $"{@namespace}.{name}");

    private sealed class AttributeNames(NameReader names) : ICustomAttributeTypeProvider<ImmutableArray<TypeName>>
    {
        public ImmutableArray<TypeName> GetPrimitiveType(PrimitiveTypeCode typeCode) => names.GetPrimitiveType(typeCode);

        public ImmutableArray<TypeName> GetSystemType() => [Named("System.Runtime", "System", "Type")];

        public ImmutableArray<TypeName> GetSZArrayType(ImmutableArray<TypeName> elementType) => elementType;

        public ImmutableArray<TypeName> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => [names.Definition(handle)];

        public ImmutableArray<TypeName> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => [names.Reference(handle)];

        // typeof(X) in an attribute is stored as text: "Namespace.Outer+Inner, Assembly, Version=..."; generic arguments in brackets.
        public ImmutableArray<TypeName> GetTypeFromSerializedName(string name)
        {
            if (!System.Reflection.Metadata.TypeName.TryParse(name, out var parsed))
                return [];
            var found = ImmutableArray.CreateBuilder<TypeName>();
            Add(parsed);
            return found.ToImmutable();

            void Add(System.Reflection.Metadata.TypeName type)
            {
                if (type.IsArray || type.IsByRef || type.IsPointer)
                {
                    Add(type.GetElementType());
                    return;
                }
                var definition = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
                var outermost = definition;
                while (outermost.IsNested)
                    outermost = outermost.DeclaringType!;
                var assembly = type.AssemblyName?.Name ?? names.Self;
                found.Add(new TypeName(assembly, outermost.Namespace, definition.FullName));
                if (type.IsConstructedGenericType)
                    foreach (var argument in type.GetGenericArguments())
                        Add(argument);
            }
        }

        // Only the size of the enum matters to the decoder, and every enum used in attributes here is an int.
        public PrimitiveTypeCode GetUnderlyingEnumType(ImmutableArray<TypeName> type) => PrimitiveTypeCode.Int32;

        public bool IsSystemType(ImmutableArray<TypeName> type) => type is [{ FullName: "System.Type" }];
    }
}
