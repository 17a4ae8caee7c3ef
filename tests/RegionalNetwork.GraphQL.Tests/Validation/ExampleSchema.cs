using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.Validation;

/// <summary>
/// The type system of the examples in https://spec.graphql.org/September2025/#sec-Validation, with what its sections add and a
/// few fields more.
/// </summary>
internal static class ExampleSchema
{
    public static Schema Schema { get; } =
        SchemaBuilder.Build(
            """
            type Query {
              dog: Dog
              human: Human
              pet: Pet
              catOrDog: CatOrDog
              arguments: Arguments
              findDog(searchBy: FindDogInput): Dog
              findPet(searchBy: PetSelector): Pet
              booleanList(booleanListArg: [Boolean!]): Boolean
              anything(value: Anything): Boolean
            }

            type Mutation {
              addPet(pet: PetSelector): Pet
            }

            type Subscription {
              newMessage: Message
              disallowedSecondRootField: Boolean
            }

            type Message {
              body: String
              sender: String
              nickname: [String!]
            }

            enum DogCommand {
              SIT
              DOWN
              HEEL
            }

            type Dog implements Pet {
              name: String!
              nickname: String
              barkVolume: Int
              doesKnowCommand(dogCommand: DogCommand!): Boolean!
              isHouseTrained(atOtherHomes: Boolean): Boolean!
              owner: Human
            }

            interface Sentient {
              name: String!
            }

            interface Pet {
              name: String!
            }

            type Alien implements Sentient {
              name: String!
              homePlanet: String
            }

            type Human implements Sentient {
              name: String!
              pets: [Pet!]
            }

            enum CatCommand {
              JUMP
            }

            type Cat implements Pet {
              name: String!
              nickname: String
              doesKnowCommand(catCommand: CatCommand!): Boolean!
              meowVolume: Int
            }

            union CatOrDog = Cat | Dog
            union DogOrHuman = Dog | Human
            union HumanOrAlien = Human | Alien

            input FindDogInput {
              name: String
              owner: String
              age: Int! = 1
            }

            input RequiredInput {
              breed: String!
            }

            input PetSelector @oneOf {
              cat: CatInput
              dog: String
            }

            input CatInput {
              name: String!
              nickname: String
              kittens: Int
            }

            scalar Anything

            directive @repeated on FIELD
            directive @tag(name: String!, note: String) repeatable on FIELD | QUERY

            type Arguments {
              multipleRequirements(x: Int!, y: Int!): Int!
              booleanArgField(booleanArg: Boolean): Boolean
              floatArgField(floatArg: Float): Float
              intArgField(intArg: Int): Int
              idArgField(idArg: ID): ID
              stringArgField(stringArg: String): String
              nonNullBooleanArgField(nonNullBooleanArg: Boolean!): Boolean!
              booleanListArgField(booleanListArg: [Boolean]!): [Boolean]
              nonNullBooleanListField(nonNullBooleanList: [Boolean!]): [Boolean]
              optionalNonNullBooleanArgField(optionalBooleanArg: Boolean! = false): Boolean!
              breedArgField(breed: RequiredInput): Boolean
            }
            """
        );
}
