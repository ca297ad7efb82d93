using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace IswitchRoofs.ArchitectureTests.Scanning;

/// <summary>
/// Reads a dll as bytes. NetArchTest misses async lambdas, catch clauses without a variable and types named in
/// attributes; the metadata misses nothing but what the compiler inlined (constants, enum literals, nameof).
/// </summary>
internal sealed class AssemblyScan
{
    private static readonly ConcurrentDictionary<string, AssemblyScan> Cache = new();

    private AssemblyScan(string path)
    {
        using var pe = new PEReader(File.OpenRead(path));
        var reader = pe.GetMetadataReader();
        var names = new NameReader(reader);
        AssemblyName = names.Self;
        References = [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
        TypeReferences = [.. reader.TypeReferences.Select(names.Reference)];
        Types = [.. reader.TypeDefinitions
            .Select(handle => new TypeWalk(pe, reader, names, handle).Run())
            .Where(type => type.Name.FullName != "<Module>")];
    }

    public string AssemblyName { get; }

    public IReadOnlyList<string> References { get; }

    /// <summary>Every row of the TypeRef table, whatever the shape of the code that caused it.</summary>
    public IReadOnlyList<TypeName> TypeReferences { get; }

    public IReadOnlyList<ScannedType> Types { get; }

    public static AssemblyScan Of(string path) => Cache.GetOrAdd(path, static key => new AssemblyScan(key));

    private sealed class TypeWalk(PEReader pe, MetadataReader reader, NameReader names, TypeDefinitionHandle handle)
    {
        private readonly ScannedType _type = new() { Name = names.Definition(handle) };

        public ScannedType Run()
        {
            var definition = reader.GetTypeDefinition(handle);
            Use(definition.BaseType);
            foreach (var contract in definition.GetInterfaceImplementations())
                Use(reader.GetInterfaceImplementation(contract).Interface);
            Attributes(definition.GetCustomAttributes());
            Generics(definition.GetGenericParameters());
            foreach (var field in definition.GetFields().Select(reader.GetFieldDefinition))
            {
                Use(field.DecodeSignature(names, null));
                Attributes(field.GetCustomAttributes());
            }
            foreach (var property in definition.GetProperties().Select(reader.GetPropertyDefinition))
                Attributes(property.GetCustomAttributes());
            foreach (var method in definition.GetMethods().Select(reader.GetMethodDefinition))
                Method(method);
            return _type;
        }

        private void Method(MethodDefinition method)
        {
            var signature = method.DecodeSignature(names, null);
            Use(signature.ReturnType);
            foreach (var parameter in signature.ParameterTypes)
                Use(parameter);
            Attributes(method.GetCustomAttributes());
            Generics(method.GetGenericParameters());
            foreach (var parameter in method.GetParameters())
                Attributes(reader.GetParameter(parameter).GetCustomAttributes());
            if (method.RelativeVirtualAddress != 0 && (method.ImplAttributes & MethodImplAttributes.CodeTypeMask) == MethodImplAttributes.IL)
                Body(pe.GetMethodBody(method.RelativeVirtualAddress));
        }

        private void Body(MethodBodyBlock body)
        {
            if (!body.LocalSignature.IsNil)
                foreach (var local in reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null))
                    Use(local);
            foreach (var region in body.ExceptionRegions)
                Use(region.CatchType);
            foreach (var (code, token) in Instructions.Read(body.GetILReader()))
            {
                if (code.OperandType == OperandType.InlineString)
                    _type.Strings.Add(reader.GetUserString((UserStringHandle)MetadataTokens.Handle(token)));
                else
                    Member(MetadataTokens.EntityHandle(token), code == OpCodes.Newobj);
            }
        }

        private void Member(EntityHandle token, bool constructs)
        {
            switch (token.Kind)
            {
                case HandleKind.MethodDefinition:
                    var method = reader.GetMethodDefinition((MethodDefinitionHandle)token);
                    Member(names.Definition(method.GetDeclaringType()), method.Name, constructs);
                    break;
                case HandleKind.FieldDefinition:
                    var field = reader.GetFieldDefinition((FieldDefinitionHandle)token);
                    Member(names.Definition(field.GetDeclaringType()), field.Name, constructs);
                    break;
                case HandleKind.MemberReference:
                    var member = reader.GetMemberReference((MemberReferenceHandle)token);
                    var owners = names.Of(member.Parent);
                    Use(owners);
                    if (owners.Length > 0)
                        Member(owners[0], member.Name, constructs);
                    if (member.GetKind() == MemberReferenceKind.Field)
                    {
                        Use(member.DecodeFieldSignature(names, null));
                        break;
                    }
                    var signature = member.DecodeMethodSignature(names, null);
                    Use(signature.ReturnType);
                    foreach (var parameter in signature.ParameterTypes)
                        Use(parameter);
                    break;
                case HandleKind.MethodSpecification:
                    var instance = reader.GetMethodSpecification((MethodSpecificationHandle)token);
                    foreach (var argument in instance.DecodeSignature(names, null))
                        Use(argument);
                    Member(instance.Method, constructs);
                    break;
                default:
                    Use(token);
                    break;
            }
        }

        private void Member(TypeName owner, StringHandle name, bool constructs)
        {
            _type.Uses.Add(owner);
            _type.Members.Add(new MemberUse(owner, reader.GetString(name), constructs));
        }

        private void Generics(GenericParameterHandleCollection parameters)
        {
            foreach (var parameter in parameters.Select(reader.GetGenericParameter))
                foreach (var constraint in parameter.GetConstraints())
                    Use(reader.GetGenericParameterConstraint(constraint).Type);
        }

        private void Attributes(CustomAttributeHandleCollection attributes)
        {
            foreach (var attribute in attributes.Select(reader.GetCustomAttribute))
            {
                Member(attribute.Constructor, constructs: false);
                var value = attribute.DecodeValue(names.Attributes);
                foreach (var argument in value.FixedArguments)
                    Argument(argument.Type, argument.Value);
                foreach (var argument in value.NamedArguments)
                    Argument(argument.Type, argument.Value);
            }
        }

        private void Argument(ImmutableArray<TypeName> type, object? value)
        {
            Use(type);
            if (value is ImmutableArray<TypeName> mentioned)
                Use(mentioned);
            else if (value is ImmutableArray<CustomAttributeTypedArgument<ImmutableArray<TypeName>>> many)
                foreach (var one in many)
                    Argument(one.Type, one.Value);
        }

        private void Use(EntityHandle token)
        {
            if (!token.IsNil)
                Use(names.Of(token));
        }

        private void Use(ImmutableArray<TypeName> mentioned) => _type.Uses.UnionWith(mentioned);
    }
}
